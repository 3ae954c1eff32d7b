import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NACK_CODES, type NackCode } from '../wire/messages/saving.ts';
import { nextSaved, pendingEdits, savedState, startSaved, type SavedEvent } from './saved.ts';

const after = (...events: SavedEvent[]) => events.reduce(nextSaved, startSaved(0));
const stateAfter = (...events: SavedEvent[]) => savedState(after(...events));

const opened = (at = 0): SavedEvent => ({ type: 'opened', at });
const closed = (at = 0): SavedEvent => ({ type: 'closed', at });
const synced: SavedEvent = { type: 'synced' };
const unsent: SavedEvent = { type: 'edited-unsent' };
const sent = (step: 'sync-step-2' | 'update', edits = 0, at = 0): SavedEvent => ({
  type: 'sent',
  step,
  edits,
  at,
});
const acked = (n: number): SavedEvent => ({ type: 'acked', n });
const nacked = (n: number, code: NackCode): SavedEvent => ({ type: 'nacked', n, code, reason: 'r' });
const uploaded = [opened(), synced, sent('sync-step-2'), acked(1)];

const heldCodes = (Object.keys(NACK_CODES) as NackCode[]).filter((code) => NACK_CODES[code].held);
const finalCodes = (Object.keys(NACK_CODES) as NackCode[]).filter((code) => !NACK_CODES[code].held);

const small = fc.integer({ min: 0, max: 12 });
const event: fc.Arbitrary<SavedEvent> = fc.oneof(
  small.map(opened),
  small.map(closed),
  fc.constant(synced),
  fc.constant(unsent),
  fc.record({
    type: fc.constant('sent' as const),
    step: fc.constantFrom('sync-step-2' as const, 'update' as const),
    edits: fc.integer({ min: 0, max: 1 }),
    at: small,
  }),
  small.map(acked),
  small.map(acked),
  fc.tuple(small, fc.constantFrom(...heldCodes)).map(([n, code]) => nacked(n, code)),
);
const events = fc.array(event, { maxLength: 40 });

describe('laws', () => {
  test('[SAVED1] saved means: synced, the whole difference acknowledged, and nothing sent since without an ack', () => {
    fc.assert(
      fc.property(events, events, (earlier, later) => {
        const history = [...earlier, ...uploaded, ...later];
        if (stateAfter(...history).kind !== 'saved') return;
        const connected = history.slice(history.findLastIndex(({ type }) => type === 'opened'));
        const sendings = connected.filter(({ type }) => type === 'sent');
        const highest = Math.max(
          0,
          ...connected.map((one) => (one.type === 'acked' && one.n <= sendings.length ? one.n : 0)),
        );
        expect(connected.some(({ type }) => type === 'closed')).toBe(false);
        expect(connected).toContain(synced);
        expect(sendings.some((one) => one.type === 'sent' && one.step === 'sync-step-2')).toBe(true);
        expect(highest).toBe(sendings.length);
        expect(pendingEdits(after(...history))).toBe(0);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test('[SAVED3] no event but an ack takes an edit off the books, and none puts one on twice', () => {
    fc.assert(
      fc.property(events, event, (history, next) => {
        const before = after(...history);
        const change = pendingEdits(nextSaved(before, next)) - pendingEdits(before);
        if (next.type === 'acked') expect(change).toBeLessThanOrEqual(0);
        else if (next.type === 'edited-unsent') expect(change).toBe(1);
        else if (next.type === 'sent') expect(change).toBe(before.connection === 'open' ? next.edits : 0);
        else expect(change).toBe(0);
      }),
      { numRuns: 5000, seed: 2 },
    );
  });

  test('[SAVED4] acks are a high-water mark: repeated, skipped or late ones change nothing', () => {
    fc.assert(
      fc.property(fc.array(small, { maxLength: 12 }), (acks) => {
        const start = after(opened(), synced, ...Array.from({ length: 12 }, () => sent('update', 1)));
        const stepwise = acks.map(acked).reduce(nextSaved, start);
        const highest = acks.length === 0 ? start : nextSaved(start, acked(Math.max(...acks)));
        expect(stepwise).toEqual(highest);
      }),
      { seed: 3 },
    );
  });

  test('[SAVED8] from any history, a connection that uploads everything and is acknowledged is saved', () => {
    fc.assert(
      fc.property(events, (history) => {
        expect(stateAfter(...history, closed(), ...uploaded)).toEqual({ kind: 'saved' });
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe('states', () => {
  test('[SAVED1] an ack of something never sent changes nothing', () => {
    expect(stateAfter(opened(), synced, sent('sync-step-2'), acked(2)).kind).toBe('saving');
  });

  test('[SAVED1] an acknowledged update is not enough while the difference has not been uploaded', () => {
    expect(stateAfter(opened(), synced, sent('update', 1), acked(1)).kind).toBe('saving');
  });

  test('[SAVED1] an acknowledged upload is not enough while the server has not been heard out', () => {
    expect(stateAfter(opened(), sent('sync-step-2'), acked(1)).kind).toBe('saving');
  });

  test('[SAVED4] saving dates from the oldest message without an ack', () => {
    const history = [...uploaded, sent('update', 1, 20), sent('update', 1, 30)];
    expect(stateAfter(...history)).toEqual({ kind: 'saving', since: 20, edits: 2 });
    expect(stateAfter(...history, acked(2))).toEqual({ kind: 'saving', since: 30, edits: 1 });
  });

  test('[SAVED3] offline dates from the first loss, not from failed attempts since', () => {
    expect(stateAfter(...uploaded, closed(50), closed(60), unsent)).toEqual({
      kind: 'offline',
      since: 50,
      edits: 1,
    });
  });

  test('[SAVED6] a server that cannot store is told even while nothing waits; ok ends it', () => {
    const degraded: SavedEvent = { type: 'status', status: 'degraded' };
    expect(stateAfter(...uploaded, degraded)).toEqual({ kind: 'not-saved', why: 'cannot-store', edits: 0 });
    expect(stateAfter(...uploaded, degraded, { type: 'status', status: 'ok' }).kind).toBe('saved');
    expect(stateAfter(...uploaded, degraded, closed(), opened()).kind).toBe('saving');
    expect(stateAfter(...uploaded, { type: 'status', status: 'read-only' }).kind).toBe('saved');
  });

  test.each(heldCodes)('[SAVED5] held (%s): only a later acknowledged sync-step-2 settles it', (code) => {
    const held = [...uploaded, sent('update', 1), nacked(2, code)];
    expect(stateAfter(...held)).toEqual({ kind: 'not-saved', why: code, edits: 1 });
    expect(stateAfter(...held, sent('update', 1), acked(3))).toMatchObject({ why: code, edits: 1 });
    const asked = [...held, sent('sync-step-2'), nacked(3, code), sent('update', 1), acked(4)];
    expect(stateAfter(...asked)).toMatchObject({ why: code });
    expect(stateAfter(...held, sent('sync-step-2'), acked(3)).kind).toBe('saved');
  });

  test('[SAVED5] only the message that was held is held', () => {
    const history = [...uploaded, sent('update', 1), sent('update', 1), nacked(3, 'paused'), acked(3)];
    expect(stateAfter(...history)).toEqual({ kind: 'not-saved', why: 'paused', edits: 1 });
  });

  test.each(finalCodes)('[SAVED7] refused (%s) outlives acks and connections', (code) => {
    const refusal = { by: 'edit', n: 2, code, reason: 'r' };
    const refused = [...uploaded, sent('update', 1), nacked(2, code)];
    expect(stateAfter(...refused)).toEqual({ kind: 'refused', refusal, edits: 1 });
    expect(stateAfter(...refused, nacked(2, 'size'), closed(), ...uploaded)).toMatchObject({ refusal });
    const ended: SavedEvent = { type: 'ended', code: 4401, reason: 'no-token' };
    expect(stateAfter(...refused, closed(), ended)).toMatchObject({ refusal });
  });

  test('[SAVED7] a refused connection is over once one opens again', () => {
    const ended: SavedEvent = { type: 'ended', code: 4401, reason: 'no-token' };
    const refusal = { by: 'connection', code: 4401, reason: 'no-token' };
    expect(stateAfter(opened(), closed(), ended, unsent)).toEqual({ kind: 'refused', refusal, edits: 1 });
    expect(stateAfter(opened(), closed(), ended, ...uploaded).kind).toBe('saved');
  });
});
