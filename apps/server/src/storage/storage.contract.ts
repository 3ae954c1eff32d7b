import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewBoard, ParticipantRecord, Storage } from './storage.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

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

/** How boards and people are kept, over every adapter. `open` gives an empty store. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  describe(`storage contract: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      await storage.createBoard(newBoard());
    });
    afterEach(async () => storage.close());

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

    it('[STORE2] gives a code to one of two boards that ask for it at once, and loses no renewal meanwhile', async () => {
      const twin = newBoard({
        board: { id: 'b2', code: 'ZZZZZZ', generation: 1, createdAt: 5 },
        invites: [],
      });
      await storage.createBoard({ ...twin, creator: person('p2', { board: 'b2' }), creatorTokenHash: 'h2' });
      const [one, other, renewed] = await Promise.all([
        storage.putCode('b1', 'ABCDEF'),
        storage.putCode('b2', 'ABCDEF'),
        storage.renew(
          { board: 'b1', generation: 1, owner: '' },
          { update: bytes(2), retired: [], version: 0 },
        ),
      ]);
      expect([one, other, renewed]).toEqual([{ ok: true }, { ok: false, error: 'code-taken' }, { ok: true }]);
      expect(await storage.board('b1')).toMatchObject({ code: 'ABCDEF', generation: 2 });
      expect(await storage.board('b2')).toMatchObject({ code: 'ZZZZZZ' });
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

    it('keeps one chore a board until it is dropped', async () => {
      await storage.putCleanup('b1', 'first');
      await storage.putCleanup('b1', 'second');
      expect(await storage.cleanups()).toEqual([{ board: 'b1', chore: 'second' }]);
      await storage.dropCleanup('b1');
      expect(await storage.cleanups()).toEqual([]);
    });
  });
}
