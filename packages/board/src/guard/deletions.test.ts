import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { guardUpdate, type GuardPolicy } from './guard.ts';

/** An update without structs that deletes `ranges` [clock, length] of one client. */
function deleting(client: number, ranges: readonly (readonly [number, number])[]) {
  const encoder = encoding.createEncoder();
  for (const value of [0, 1, client, ranges.length, ...ranges.flat()]) encoding.writeVarUint(encoder, value);
  return Y.decodeUpdate(encoding.toUint8Array(encoder));
}

function board(): { doc: Y.Doc; end: number } {
  const doc = new Y.Doc();
  for (let index = 0; index < 20; index += 1) {
    doc.getMap('factors').set(`f${index}`, new Y.Map<unknown>([['in', doc.clientID]]));
  }
  return { doc, end: Y.getState(doc.store, doc.clientID) };
}

const policy = (role: GuardPolicy['role']): GuardPolicy => ({ role, locked: false, step: 'update' });

describe('[GUARD11] deletions named twice', () => {
  it.each(['observer', 'participant'] as const)('are refused from a %s, deleted already or not', (role) => {
    const { doc, end } = board();
    const twice = deleting(doc.clientID, [
      [5, end - 5],
      [0, 6],
    ]);
    expect(guardUpdate(twice, doc, policy(role))).toMatchObject({ error: { code: 'content' } });
    for (const id of Array.from(doc.getMap('factors').keys())) doc.getMap('factors').delete(id);
    expect(guardUpdate(twice, doc, policy(role))).toMatchObject({ error: { code: 'content' } });
  });

  it('are not those that only touch, in whatever order', () => {
    const { doc, end } = board();
    const once = deleting(doc.clientID, [
      [5, end - 5],
      [0, 5],
    ]);
    expect(guardUpdate(once, doc, policy('participant'))).not.toMatchObject({ error: { code: 'content' } });
  });
});
