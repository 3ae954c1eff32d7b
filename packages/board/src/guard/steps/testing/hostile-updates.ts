import * as Y from 'yjs';
import {
  craftUpdate,
  type Crafted,
  type CraftedDeletions,
  type CraftedStruct,
} from '../../../testing/crafted.ts';
import type { Random } from '../../../testing/replicas.ts';

type At = readonly [number, number];

const CLIENTS = [1, 2, 3, 5, 8, 13, 21];
const ROOTS = ['factors', 'notes'];
const KEYS = ['a', 'b'];

/** How the structs of each client stand in an update: in one part, or one client's in two, neighbours or not. */
export type Parts = 'one' | 'two beside' | 'two apart';

export type Hostile = {
  readonly update: Uint8Array;
  readonly parts: Parts;
  /** The same without the first part of the client that has two; only where there is one. */
  readonly lastAlone: Uint8Array;
};

/** A random update, for the most part one that Yjs can apply, on what `doc` holds and on itself. */
export function hostileUpdate(doc: Y.Doc, random: Random): Hostile {
  const states = new Map(CLIENTS.map((client) => [client, Y.getState(doc.store, client)]));
  const known: At[] = [];
  for (const [client, structs] of doc.store.clients) {
    for (const struct of structs) {
      known.push([client, struct.id.clock], [client, struct.id.clock + random.below(struct.length)]);
    }
  }
  const types: At[] = [...doc.store.clients].flatMap(([client, structs]) =>
    structs
      .filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType)
      .map(({ id }): At => [client, id.clock]),
  );
  const sections: Crafted[] = [];
  // High clients first, as Yjs takes them, so that what comes later can build on what came before.
  const writers = CLIENTS.filter(() => random.next() < 0.45).toSorted((a, b) => b - a);
  for (const client of writers) {
    const state = states.get(client) ?? 0;
    const start = random.next() < 0.25 ? random.below(state + 1) : state;
    let clock = start;
    const structs: CraftedStruct[] = [];
    for (let count = 1 + random.below(9); count > 0; count -= 1) {
      const content = anyContent(random);
      structs.push({ ...anyPlace(random, known, types, [client, clock]), content });
      const length = lengthOf(content);
      known.push([client, clock], [client, clock + length - 1]);
      if ('type' in content && clock >= state) types.push([client, clock]);
      clock += length;
    }
    states.set(client, Math.max(state, clock));
    sections.push({ client, clock: start, structs });
  }
  const deletions: CraftedDeletions[] = [];
  for (const [client, state] of states) {
    if (state === 0 || random.next() < 0.5) continue;
    const ranges: [number, number][] = [];
    for (let at = random.below(6); at < state; at += 1 + random.below(8)) {
      const length = Math.min(1 + random.below(4), state - at);
      ranges.push([at, length]);
      at += length;
    }
    if (ranges.length > 0) deletions.push({ client, ranges });
  }
  const { parts, crafted, last } = random.next() < 0.15 ? cutInTwo(sections, random) : whole(sections);
  return { update: craftUpdate(crafted, deletions), parts, lastAlone: craftUpdate(last, deletions) };
}

type Cut = { parts: Parts; crafted: readonly Crafted[]; last: readonly Crafted[] };

const whole = (sections: readonly Crafted[]): Cut => ({ parts: 'one', crafted: sections, last: sections });

/** The structs of one client in two parts, as no merge of updates writes them, the second anywhere after the first. */
function cutInTwo(sections: readonly Crafted[], random: Random): Cut {
  const at = random.below(sections.length);
  const section = sections[at];
  if (section === undefined || section.structs.length < 2) return whole(sections);
  const { client, clock, structs } = section;
  const cut = 1 + random.below(structs.length - 1);
  const [head, tail] = [structs.slice(0, cut), structs.slice(cut)];
  const tailClock = head.reduce((sum, { content }) => sum + lengthOf(content), clock);
  const second = { client, clock: tailClock, structs: tail };
  const to = at + random.below(sections.length - at);
  return {
    parts: to === at ? 'two beside' : 'two apart',
    crafted: [
      ...sections.slice(0, at),
      { client, clock, structs: head },
      ...sections.slice(at + 1, to + 1),
      second,
      ...sections.slice(to + 1),
    ],
    last: [...sections.slice(0, at), ...sections.slice(at + 1, to + 1), second, ...sections.slice(to + 1)],
  };
}

function anyPlace(
  random: Random,
  known: readonly At[],
  types: readonly At[],
  own: At,
): Pick<CraftedStruct, 'origin' | 'right' | 'parent' | 'key'> {
  const dice = random.next();
  const last: At = [own[0], own[1] - 1];
  if (dice < 0.2 && own[1] > 0) return { origin: last };
  if (dice < 0.4)
    return { origin: random.pick(known) ?? null, right: random.pick(known) ?? null, parent: 'notes' };
  if (dice < 0.5) return { origin: random.pick(known) ?? null, parent: 'notes' };
  if (dice < 0.6) return { right: random.pick(known) ?? null, parent: 'notes' };
  const parent = random.next() < 0.5 ? (random.pick(types) ?? 'notes') : (random.pick(ROOTS) ?? 'notes');
  return { parent, key: random.next() < 0.6 ? (random.pick(KEYS) ?? null) : null };
}

function anyContent(random: Random): CraftedStruct['content'] {
  const dice = random.next();
  if (dice < 0.5) return { words: 'abcdefgh'.slice(0, 1 + random.below(6)) };
  if (dice < 0.54) return { values: Array.from({ length: 1 + random.below(4) }, () => random.below(9)) };
  if (dice < 0.75) return { deleted: 1 + random.below(4) };
  if (dice < 0.95) return { type: random.next() < 0.5 ? 'map' : 'text' };
  return { gc: 1 + random.below(3) };
}

function lengthOf(content: CraftedStruct['content']): number {
  if ('words' in content) return content.words.length;
  if ('values' in content) return content.values.length;
  if ('deleted' in content) return content.deleted;
  if ('gc' in content) return content.gc;
  return 'skip' in content ? content.skip : 1;
}
