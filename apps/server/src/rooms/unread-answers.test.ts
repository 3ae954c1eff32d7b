import { encodeQueryAwareness, encodeSyncStep1 } from '@coherence/sync';
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
      room.receive(deaf.session, message(encodeSyncStep1(Y.encodeStateVector(deaf.doc))));
      room.receive(deaf.session, message(encodeQueryAwareness()));
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
    room.receive(deaf.session, message(encodeSyncStep1(Y.encodeStateVector(deaf.doc))));
    deaf.leave();
    await clock.advance(300_000);
    expect(clock.waiting).toBe(0);
  });
});
