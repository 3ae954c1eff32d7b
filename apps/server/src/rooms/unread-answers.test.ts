import { encodeQueryAwareness, encodeSyncStep1 } from '@coherence/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LAG_HIGH_BYTES } from './limits/room-limits.ts';
import { message, openHarness } from './testing/room-harness.ts';

describe('[FAULT13] a tab that asks and does not read', () => {
  it('has no second answer waiting for it, and gets the newest once it reads', async () => {
    const { clock, room, tab } = await openHarness();
    const deaf = tab('deaf');
    await clock.advance(100);
    const answers = () => deaf.peer.of('sync-step-2').length + deaf.peer.of('awareness').length;
    const before = answers();
    deaf.peer.buffered = LAG_HIGH_BYTES + 1;
    for (let second = 0; second < 60; second += 1) {
      room.receive(deaf.seat, message(encodeSyncStep1(Y.encodeStateVector(deaf.doc))));
      room.receive(deaf.seat, message(encodeQueryAwareness()));
      await clock.advance(1_000);
    }
    expect(answers()).toBe(before);
    deaf.peer.buffered = 0;
    await clock.advance(1_000);
    expect(answers()).toBe(before + 1);
  });

  it('leaves nothing behind that runs on when it has gone', async () => {
    const { clock, room, tab } = await openHarness();
    const deaf = tab('deaf');
    await clock.advance(100);
    deaf.peer.buffered = LAG_HIGH_BYTES + 1;
    room.receive(deaf.seat, message(encodeSyncStep1(Y.encodeStateVector(deaf.doc))));
    deaf.leave();
    await clock.advance(300_000);
    expect(clock.waiting).toBe(0);
  });
});

describe('[SHARE9] answers made for one tab alone', () => {
  const MIB = 1024 * 1024;

  it('are made while the unread ones are within a bound; else a tab is sent what everybody is sent', async () => {
    const { clock, ledger, room, tab } = await openHarness();
    const writer = tab('writer');
    await clock.advance(100);
    for (let count = 0; count < 60; count += 1) writer.set(`k${count}`, 'x'.repeat(3_000));
    await clock.advance(1_000);
    const known = new Y.Doc();
    known.getMap('factors').set('mine', 1);
    const ask = () => message(encodeSyncStep1(Y.encodeStateVector(known)));
    const answer = async (name: string) => {
      const asking = tab(name);
      await clock.advance(100);
      const before = asking.peer.frames.length;
      room.receive(asking.seat, ask());
      await clock.advance(100);
      return asking.peer.frames.slice(before).find((frame) => frame.length > 100_000);
    };
    expect(await answer('first')).not.toBe(await answer('second'));
    const deaf = tab('deaf');
    deaf.peer.buffered = 65 * MIB;
    ledger.unread.of(deaf.seat).made(new Uint8Array(65 * MIB));
    const [third, fourth] = [await answer('third'), await answer('fourth')];
    expect(third).toBeDefined();
    expect(third).toBe(fourth);
    deaf.peer.buffered = 0;
    expect(await answer('fifth')).not.toBe(await answer('sixth'));
  });
});
