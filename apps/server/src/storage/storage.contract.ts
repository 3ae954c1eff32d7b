import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOBODY } from './storage.ts';
import type { DocKey, NewBoard, ParticipantRecord, Storage } from './storage.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const key: DocKey = { board: 'b1', generation: 1, owner: '' };

export function person(id: string, over: Partial<ParticipantRecord> = {}): ParticipantRecord {
  const base = {
    id,
    board: 'b1',
    name: 'Dana',
    unit: 'si',
    role: 'participant',
    createdAt: 1,
    removed: false,
  } as const;
  return { ...base, ...over };
}

export function newBoard(over: Partial<NewBoard> = {}): NewBoard {
  return {
    board: { id: 'b1', code: 'KMPQ23', generation: 1, createdAt: 5 },
    firstUpdate: bytes(1),
    invites: [{ secret: 'sf', board: 'b1', role: 'facilitator' }],
    creator: person('p1', { role: 'facilitator' }),
    creatorTokenHash: 'h1',
    ...over,
  };
}

/** What every store must do. `open` gives an empty one. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`storage contract: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      await storage.createBoard(newBoard());
    });
    afterEach(async () => storage.close());

    const loaded = async () => {
      const result = await storage.load(key);
      if (!result.ok) throw new Error(result.reason);
      return result.value;
    };

    it('reads back what was appended, in order and without gaps', async () => {
      const results = await Promise.all([2, 3, 4].map((value) => storage.append(key, bytes(value))));
      expect(results).toEqual([2, 3, 4].map((seq) => ({ ok: true, seq })));
      expect(await loaded()).toEqual({
        snapshot: null,
        snapshotSeq: 0,
        rows: [bytes(1), bytes(2), bytes(3), bytes(4)],
        seq: 4,
        writers: [],
        untried: 0,
      });
    });

    it('remembers who writes under which client id, with the row and the first one to say so', async () => {
      const dana = { client: 4_000_000_000, participant: 'dana' };
      await storage.append(key, bytes(2), [dana, { client: 7, participant: 'omar' }]);
      await storage.append({ ...key, board: 'gone' }, bytes(2), [{ client: 9, participant: 'omar' }]);
      expect([...(await loaded()).writers].sort((a, b) => b.client - a.client)).toEqual([
        dana,
        { client: 7, participant: 'omar' },
      ]);
    });

    it('keeps documents apart by generation and owner', async () => {
      expect(await storage.append({ ...key, generation: 2 }, bytes(9))).toMatchObject({ error: 'stale' });
      expect(await storage.append({ ...key, owner: 'p1' }, bytes(9))).toMatchObject({ error: 'stale' });
      expect(await storage.load({ ...key, generation: 2 })).toMatchObject({ error: 'missing' });
      expect((await loaded()).seq).toBe(1);
    });

    it('fails only the stale row of a shared commit', async () => {
      const results = await Promise.all([
        storage.append(key, bytes(2)),
        storage.append({ ...key, board: 'gone' }, bytes(2)),
        storage.append(key, bytes(3)),
      ]);
      expect(results.map((one) => one.ok)).toEqual([true, false, true]);
      expect((await loaded()).rows).toEqual([bytes(1), bytes(2), bytes(3)]);
    });

    it('starts from the newest snapshot and keeps the way back to the one before', async () => {
      for (const value of [2, 3, 4]) await storage.append(key, bytes(value));
      expect(await storage.saveSnapshot(key, 2, bytes(12))).toEqual({ ok: true });
      expect(await storage.saveSnapshot(key, 4, bytes(14))).toEqual({ ok: true });
      expect(await loaded()).toEqual({
        snapshot: bytes(14),
        snapshotSeq: 4,
        rows: [],
        seq: 4,
        writers: [],
        untried: 0,
      });
      await storage.append(key, bytes(5));
      expect(await loaded()).toEqual({
        snapshot: bytes(14),
        snapshotSeq: 4,
        rows: [bytes(5)],
        seq: 5,
        writers: [],
        untried: 0,
      });
    });

    it('[LOAD2] counts the steps of a document until it is known to open quickly', async () => {
      await storage.append(key, bytes(2), [], 700);
      await storage.append(key, bytes(3), [], 20);
      await storage.append(key, bytes(4));
      expect((await loaded()).untried).toBe(720);
      await storage.markTried({ ...key, board: 'gone' });
      await storage.markTried(key);
      expect((await loaded()).untried).toBe(0);
      await storage.append(key, bytes(5), [], 3);
      expect((await loaded()).untried).toBe(3);
    });

    it('never replaces a newer snapshot with an older one, nor takes one from the future', async () => {
      for (const value of [2, 3]) await storage.append(key, bytes(value));
      await storage.saveSnapshot(key, 3, bytes(13));
      expect(await storage.saveSnapshot(key, 2, bytes(12))).toEqual({ ok: true });
      expect((await loaded()).snapshot).toEqual(bytes(13));
      expect((await storage.saveSnapshot(key, 9, bytes(19))).ok).toBe(false);
      expect((await loaded()).snapshot).toEqual(bytes(13));
    });

    it('finds boards by id and code, and refuses a code in use', async () => {
      const board = newBoard().board;
      expect(await storage.board('b1')).toEqual(board);
      expect(await storage.boardByCode('KMPQ23')).toEqual(board);
      expect(await storage.boardByCode('ZZZZZZ')).toBeNull();
      const twin = newBoard({ board: { ...board, id: 'b2' }, invites: [], creatorTokenHash: 'h2' });
      expect(await storage.createBoard(twin)).toEqual({ ok: false, error: 'code-taken' });
      expect(await storage.board('b2')).toBeNull();
      expect(await storage.putCode('b1', 'KMPQ23')).toEqual({ ok: false, error: 'code-taken' });
      expect(await storage.putCode('b1', 'ABCDEF')).toEqual({ ok: true });
      expect(await storage.boardByCode('KMPQ23')).toBeNull();
    });

    it('knows one invite per role, and forgets the one it replaces', async () => {
      await storage.putInvite({ secret: 'sf2', board: 'b1', role: 'facilitator' });
      await storage.putInvite({ secret: 'so', board: 'b1', role: 'observer' });
      expect(await storage.invite('sf')).toBeNull();
      expect(await storage.invite('sf2')).toMatchObject({ board: 'b1', role: 'facilitator' });
      expect((await storage.invites('b1')).map((one) => one.secret).sort()).toEqual(['sf2', 'so']);
    });

    it('finds a participant by any of their tokens', async () => {
      const dana = person('p2', { createdAt: 2 });
      await storage.putParticipant(dana);
      await storage.addToken('h2', 'p2');
      await storage.addToken('h3', 'p2');
      expect(await storage.participantByToken('h2')).toEqual(dana);
      expect(await storage.participantByToken('h3')).toEqual(dana);
      expect(await storage.participantByToken('nobody')).toBeNull();
      await storage.putParticipant({ ...dana, id: 'p3', name: 'Ray' });
      expect([...(await storage.participantsWithDevice('b1'))].sort()).toEqual(['p1', 'p2']);
      expect(await storage.participantsWithDevice('b9')).toEqual([]);
      await storage.putParticipant({ ...dana, removed: true });
      expect(await storage.participantByToken('h3')).toEqual({ ...dana, removed: true });
      const moved = { ...dana, unit: 'u2', unitsBefore: ['u1', 'u0'] };
      await storage.putParticipant(moved);
      expect(await storage.participant('p2')).toEqual(moved);
      expect((await storage.participants('b1')).map((one) => one.id)).toEqual(['p1', 'p2', 'p3']);
    });

    it('opens a private document once, beside the one everybody shares', async () => {
      const mine = await storage.openPrivate('b1', 'p1');
      expect(mine).toEqual({ board: 'b1', generation: 1, owner: 'p1' });
      expect(await storage.openPrivate('b1', 'p1')).toEqual(mine);
      await storage.openPrivate('b2', 'p9');
      expect(await storage.privateDocs('b1')).toEqual([mine]);
      expect(await storage.load(mine)).toMatchObject({ value: { snapshot: null, rows: [], seq: 0 } });
      expect(await storage.append(mine, bytes(9))).toEqual({ ok: true, seq: 1 });
      expect((await loaded()).seq).toBe(1);
    });

    it('renews a document: the old one is gone for good, its writers stay refused', async () => {
      await storage.append(key, bytes(2), [{ client: 7, participant: 'dana' }]);
      await storage.saveSnapshot(key, 2, bytes(12));
      expect(await storage.renew(key, { update: bytes(3), retired: [7, 8] })).toEqual({ ok: true });
      const next = { ...key, generation: 2 };
      expect(await storage.load(next)).toMatchObject({ value: { snapshot: null, rows: [bytes(3)], seq: 1 } });
      const renewed = await storage.load(next);
      expect(renewed.ok && renewed.value.writers).toEqual([
        { client: 7, participant: NOBODY },
        { client: 8, participant: NOBODY },
      ]);
      expect((await storage.board('b1'))?.generation).toBe(2);
      expect(await storage.load(key)).toMatchObject({ error: 'missing' });
      expect(await storage.append(key, bytes(4))).toMatchObject({ error: 'stale' });
      expect((await storage.renew(key, { update: null, retired: [] })).ok).toBe(false);
    });

    it('renews a private document and leaves its board alone', async () => {
      const mine = await storage.openPrivate('b1', 'p1');
      await storage.append(mine, bytes(9));
      expect(await storage.renew(mine, { update: null, retired: [] })).toEqual({ ok: true });
      expect(await storage.openPrivate('b1', 'p1')).toEqual({ ...mine, generation: 2 });
      expect(await storage.load({ ...mine, generation: 2 })).toMatchObject({ value: { rows: [], seq: 0 } });
      expect((await storage.board('b1'))?.generation).toBe(1);
    });

    it('keeps one chore a board until it is dropped', async () => {
      await storage.putChore('b1', 'first');
      await storage.putChore('b1', 'second');
      expect(await storage.chores()).toEqual([{ board: 'b1', chore: 'second' }]);
      await storage.dropChore('b1');
      expect(await storage.chores()).toEqual([]);
    });
  });
}
