import { decodeFrame } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { encodeChange } from './encode-change.ts';
import { JoinSnapshot } from './join-snapshot.ts';
import { JOIN_TAIL_ROWS } from '../limits/room-limits.ts';
import { openHarness } from '../testing/room-harness.ts';

/** What a newcomer has who was sent these frames. */
function newcomer(frames: readonly Uint8Array[]): Record<string, unknown> {
  const doc = new Y.Doc();
  for (const frame of frames) {
    const decoded = decodeFrame(frame);
    if (decoded.ok && 'update' in decoded.value) Y.applyUpdate(doc, decoded.value.update);
  }
  return doc.getMap('factors').toJSON();
}

describe('the frames that a client is sent when it joins', () => {
  it('keep every row when a snapshot arrives that is older than their base', () => {
    const doc = new Y.Doc();
    const join = new JoinSnapshot(null);
    let seq = 0;
    doc.on('update', (update: Uint8Array) => join.append((seq += 1), encodeChange(update)));
    const put = (name: string) => doc.getMap('factors').set(name, seq);
    put('a');
    const older = { snapshot: Y.encodeStateAsUpdate(doc), seq };
    put('b');
    join.rebase(Y.encodeStateAsUpdate(doc), seq);
    put('c');
    join.rebase(older.snapshot, older.seq);
    expect(Object.keys(newcomer(join.frames())).sort()).toEqual(['a', 'b', 'c']);
  });

  it('are complete for a client that joins after a compaction during which others wrote and joined', async () => {
    const { clock, room, tab, memory } = await openHarness();
    const writer = tab('writer');
    await clock.advance(100);
    for (let row = 0; row <= JOIN_TAIL_ROWS; row += 1) {
      writer.set(`f${row}`, row);
      await clock.advance(50);
    }
    const seq = room.seq;
    const stored = memory.stored(room.key);
    const folded = Y.mergeUpdates([...(stored?.snapshot ? [stored.snapshot] : []), ...(stored?.rows ?? [])]);
    writer.set('meanwhile', true);
    await clock.advance(50);
    const during = tab('during');
    await clock.advance(50);
    room.compacted(seq, folded);
    const after = tab('after');
    await clock.advance(50);
    expect([during.synced, during.get('meanwhile')]).toEqual([true, true]);
    expect([after.synced, after.get('meanwhile')]).toEqual([true, true]);
  });
});
