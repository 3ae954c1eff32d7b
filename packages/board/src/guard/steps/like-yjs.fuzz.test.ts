import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { randomFrom } from '../../testing/replicas.ts';
import { decodeUpdate } from '../decoded.ts';
import { mergeOnOverlay } from './count-steps.ts';
import { hostileUpdate, type Parts } from './testing/hostile-updates.ts';
import type { Lane } from './piece.ts';
import type { Overlay } from './overlay.ts';
import { watch, watchItems } from './watch-yjs.ts';

watchItems();

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const ROUNDS = 25;
let counted = 0;
const met: Record<Parts, number> = { one: 0, 'two beside': 0, 'two apart': 0 };

type Span = { readonly client: number; readonly clock: number; readonly length: number };

function idsOf(spans: readonly Span[]): string[] {
  return spans.flatMap(({ client, clock, length }) =>
    Array.from({ length }, (_, at) => `${client}:${clock + at}`),
  );
}

const spanOf = ({ id, length }: Y.Item): Span => ({ client: id.client, clock: id.clock, length });

function inOverlay(overlay: Overlay, { key, head }: Lane): Span[] {
  const spans: Span[] = [];
  if (key === null) for (let at = head; at !== null; at = overlay.rightOf(at)) spans.push(at);
  else for (let at = head; at !== null; at = overlay.leftOf(at)) spans.unshift(at);
  return spans;
}

function inYjs(doc: Y.Doc, { host, key }: Lane): Span[] {
  const owner = host.type === null && host.owner !== null ? Y.getItem(doc.store, idOf(host.owner)) : null;
  const type = owner === null ? host.type : (owner.content as Y.ContentType).type;
  if (type === null) throw new Error('a root that is not there');
  const spans: Span[] = [];
  if (key === null) for (let at = type._start; at !== null; at = at.right) spans.push(spanOf(at));
  else for (let at = type._map.get(key) ?? null; at !== null; at = at.left) spans.unshift(spanOf(at));
  return spans;
}

const idOf = ({ client, clock }: { client: number; clock: number }): Y.ID => Y.createID(client, clock);

/** Every struct that was split, deleted or added: where it begins, and whether it is deleted or no item any more. */
function structsInYjs(doc: Y.Doc, client: number): string[] {
  return (doc.store.clients.get(client) ?? []).map(
    (struct) =>
      `${struct.id.clock}+${struct.length} ${struct.deleted ? 'deleted' : ''} ${struct instanceof Y.Item ? 'item' : 'gc'}`,
  );
}

function structsInOverlay(overlay: Overlay, client: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < overlay.state(client);) {
    const piece = overlay.find({ client, clock: at });
    found.push(
      `${piece.clock}+${piece.length} ${piece.deleted ? 'deleted' : ''} ${piece.isItem ? 'item' : 'gc'}`,
    );
    at = piece.end;
  }
  return found;
}

function aDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1000;
  doc.get('factors');
  doc.get('notes');
  return doc;
}

/** What becomes of a document where Yjs is given an update that no person has judged. */
function copyOf(doc: Y.Doc, update: Uint8Array): Y.Doc {
  const copy = aDocument();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(copy, update);
  return copy;
}

/** Everything a document holds: its bytes, and how its structs are cut and linked. */
function everythingIn(doc: Y.Doc): string {
  const structs = [...doc.store.clients].map(([client, list]) => [
    client,
    list.map((struct) =>
      struct instanceof Y.Item
        ? [
            struct.id.clock,
            struct.length,
            struct.info,
            struct.left?.id,
            struct.right?.id,
            struct.origin,
            struct.rightOrigin,
          ]
        : [struct.id.clock, struct.length],
    ),
  ]);
  return JSON.stringify([structs, [...doc.share.keys()], [...Y.encodeStateAsUpdate(doc)]]);
}

/** The document afterwards; what Yjs says where it stops half way. */
function whatYjsMakesOf(doc: Y.Doc, update: Uint8Array): string {
  try {
    return everythingIn(copyOf(doc, update));
  } catch (error) {
    return String(error);
  }
}

describe('the counter of steps', () => {
  it.each(SEEDS)('[STEPS2] [STEPS5] puts every item where Yjs does, at the same count, seed %i', (seed) => {
    const random = randomFrom(seed);
    const doc = aDocument();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { update, parts, lastAlone } = hostileUpdate(doc, random);
      const before = everythingIn(doc);
      met[parts] += 1;
      if (parts !== 'one') {
        expect(decodeUpdate(update)).toBeNull();
        expect(whatYjsMakesOf(doc, update)).toBe(whatYjsMakesOf(doc, lastAlone));
      }
      const { outcome, overlay } = mergeOnOverlay(Y.decodeUpdate(update), doc, Number.POSITIVE_INFINITY);
      expect(everythingIn(doc)).toBe(before);
      if (parts === 'two apart') expect(outcome).toBe('unwritten');
      if (parts !== 'one') continue;
      expect(decodeUpdate(update)).not.toBeNull();
      if (outcome === 'missing') {
        expect(copyOf(doc, update).store.pendingStructs).not.toBeNull();
      }
      if (outcome !== 'done') continue;
      const seen = watch(doc, () =>
        doc.transact(() => {
          Y.applyUpdate(doc, update);
          expect(doc.store.pendingStructs).toBeNull();
          for (const lane of overlay.lanes.all()) {
            expect(idsOf(inOverlay(overlay, lane))).toEqual(idsOf(inYjs(doc, lane)));
          }
          for (const client of overlay.columns.keys()) {
            expect(structsInOverlay(overlay, client)).toEqual(structsInYjs(doc, client));
          }
        }),
      );
      const { looked, walked, splits, movedBySplits, movedByJoins } = overlay.tally;
      const { movedByJoins: joined, ...exact } = seen;
      expect({ looked, walked, splits, movedBySplits }).toEqual(exact);
      expect(movedByJoins).toBeGreaterThanOrEqual(joined);
      counted += looked + walked + splits;
    }
  });

  it('[STEPS2] had something to count', () => {
    expect(counted).toBeGreaterThan(SEEDS.length * 20);
    expect(met['two beside']).toBeGreaterThan(SEEDS.length / 2);
    expect(met['two apart']).toBeGreaterThan(SEEDS.length / 2);
  });
});
