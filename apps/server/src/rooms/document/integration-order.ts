import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC;

interface Lane {
  readonly structs: Struct[];
  /** Which comes next. */
  at: number;
}

/**
 * The structs of one update so that each stands behind all it builds on, those of one client in their order. What
 * builds on something that is not there comes last.
 */
export function inIntegrationOrder(structs: readonly (Struct | Y.Skip)[]): readonly Struct[] {
  const lanes = new Map<number, Lane>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const lane: Lane = lanes.get(struct.id.client) ?? { structs: [], at: 0 };
    lane.structs.push(struct);
    lanes.set(struct.id.client, lane);
  }
  const ordered: Struct[] = [];
  for (const lane of lanes.values()) follow(lane, lanes, ordered);
  return ordered;
}

/** Goes along `lane`, and along others first as far as it builds on them; without recursion, because chains are long. */
function follow(first: Lane, lanes: ReadonlyMap<number, Lane>, ordered: Struct[]): void {
  const open: { lane: Lane; until: number }[] = [{ lane: first, until: Infinity }];
  const waiting = new Set<Lane>([first]);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const struct = top.lane.structs[top.lane.at];
    if (struct === undefined || struct.id.clock >= top.until) {
      open.pop();
      waiting.delete(top.lane);
      continue;
    }
    const missing = missingOf(struct, lanes, waiting);
    if (missing !== null) {
      open.push(missing);
      waiting.add(missing.lane);
      continue;
    }
    ordered.push(struct);
    top.lane.at += 1;
  }
}

/** The lane that must be followed first, and up to where. One that is waited for already would never come. */
function missingOf(
  struct: Struct,
  lanes: ReadonlyMap<number, Lane>,
  waiting: ReadonlySet<Lane>,
): { lane: Lane; until: number } | null {
  if (!(struct instanceof Y.Item)) return null;
  const parent: unknown = struct.parent;
  for (const id of [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null]) {
    if (id === null || id.client === struct.id.client) continue;
    const lane = lanes.get(id.client);
    const next = lane?.structs[lane.at];
    if (lane === undefined || next === undefined || next.id.clock > id.clock || waiting.has(lane)) continue;
    return { lane, until: id.clock + 1 };
  }
  return null;
}
