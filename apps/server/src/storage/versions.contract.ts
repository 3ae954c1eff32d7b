import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newBoard, person } from './storage.contract.ts';
import { UNASKED_VERSIONS_MAX, VERSION_BYTES_MAX } from './version-room.ts';
import type { Storage, VersionRecord } from './storage.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const version = (id: string, over: Partial<VersionRecord> = {}): VersionRecord => ({
  id,
  board: 'b1',
  kind: 'named',
  name: 'Before lunch',
  at: 10,
  by: 'p1',
  ...over,
});

/** How versions, rehearsals and boards that go are kept, over every adapter. `open` gives an empty store. */
export function versionsContract(name: string, open: () => Promise<Storage>): void {
  describe(`versions contract: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await open();
      await storage.createBoard(newBoard());
    });
    afterEach(async () => storage.close());
    const ids = async (board = 'b1') => (await storage.versions(board)).map(({ id }) => id);

    it('reads versions back, newest first, and those of one board only', async () => {
      await storage.putVersion(version('a', { at: 1 }), bytes(1));
      await storage.putVersion(version('b', { at: 3, kind: 'phase' }), bytes(2));
      await storage.putVersion(version('c', { at: 2 }), bytes(3));
      await storage.putVersion(version('d', { board: 'b2' }), bytes(4));
      expect(await ids()).toEqual(['b', 'c', 'a']);
      expect(await storage.version('b1', 'b')).toEqual({
        version: version('b', { at: 3, kind: 'phase' }),
        file: bytes(2),
      });
      expect(await storage.version('b1', 'd')).toBeNull();
      expect(await storage.version('b2', 'd')).toMatchObject({ file: bytes(4) });
    });

    it('keeps the newest of what no person asked for, and everything a person asked for', async () => {
      await storage.putVersion(version('named'), bytes(0));
      for (let at = 0; at < UNASKED_VERSIONS_MAX + 3; at += 1)
        await storage.putVersion(version(`v${at}`, { kind: 'phase', at: 100 + at }), bytes(1, at));
      const kept = await ids();
      expect(kept).toHaveLength(UNASKED_VERSIONS_MAX + 1);
      expect(kept).toContain('named');
      expect(kept).not.toContain('v2');
      expect(kept).toContain('v3');
      expect(await ids('b2')).toEqual([]);
    });

    it('[SHARE34] keeps what has room in bytes: the oldest unasked goes, what a person asked for stays', async () => {
      const half = new Uint8Array(VERSION_BYTES_MAX / 2);
      await storage.putVersion(version('named', { at: 1 }), half);
      await storage.putVersion(version('a', { kind: 'phase', at: 2 }), half.subarray(1));
      await storage.putVersion(version('b', { kind: 'phase', at: 3 }), half.subarray(2));
      await storage.putVersion(version('c', { at: 4 }), bytes(1));
      expect((await storage.versions('b1')).map(({ id, bytes: size }) => [id, size])).toEqual([
        ['c', 1],
        ['b', half.length - 2],
        ['named', half.length],
      ]);
    });

    it('keeps one of two that follow each other and say the same, under the later name', async () => {
      await storage.putVersion(version('named', { at: 1 }), bytes(1));
      await storage.putVersion(version('a', { kind: 'phase', at: 2 }), bytes(1));
      await storage.putVersion(version('b', { kind: 'reveal', at: 3 }), bytes(1));
      expect(await ids()).toEqual(['b', 'named']);
      await storage.putVersion(version('c', { kind: 'phase', at: 4 }), bytes(2));
      await storage.putVersion(version('d', { kind: 'phase', at: 5 }), bytes(1));
      expect(await ids()).toEqual(['d', 'c', 'b', 'named']);
    });

    it('[SHARE34] keeps to its room however many are put at once', async () => {
      const most = UNASKED_VERSIONS_MAX + 20;
      const puts = Array.from({ length: most }, (_, n) =>
        storage.putVersion(version(`v${n}`, { kind: n % 2 === 0 ? 'phase' : 'reveal', at: n }), bytes(1, n)),
      );
      await Promise.all([...puts, storage.putVersion(version('named'), bytes(0))]);
      const newest = Array.from({ length: UNASKED_VERSIONS_MAX }, (_, n) => `v${most - 1 - n}`);
      expect((await ids()).filter((id) => id !== 'named')).toEqual(newest);
      expect(await ids()).toContain('named');
    });

    it('[SHARE34] two large ones put at once have room one after the other, and the same is kept once', async () => {
      const half = new Uint8Array(VERSION_BYTES_MAX / 2);
      const large = (id: string, at: number) =>
        storage.putVersion(version(id, { kind: 'phase', at }), half.subarray(at));
      await Promise.all([large('a', 1), large('b', 2), large('c', 3)]);
      expect(await ids()).toEqual(['c', 'b']);
      const small = (id: string, at: number) =>
        storage.putVersion(version(id, { board: 'b2', kind: 'phase', at }), bytes(7));
      await Promise.all([small('d', 4), small('e', 5)]);
      expect(await ids('b2')).toEqual(['e']);
    });

    it('a version put while others are reworded is kept, and what is dropped does not come back', async () => {
      await storage.putVersion(version('a', { at: 1 }), bytes(1));
      await storage.putVersion(version('b', { at: 2 }), bytes(2));
      const files = new Map([
        ['a', bytes(9)],
        ['b', null],
      ]);
      await Promise.all([
        storage.putVersion(version('c', { at: 3 }), bytes(3)),
        storage.rewriteVersions('b1', files),
        storage.putVersion(version('d', { at: 4, kind: 'phase' }), bytes(4)),
      ]);
      expect(await ids()).toEqual(['d', 'c', 'a']);
      expect((await storage.version('b1', 'a'))?.file).toEqual(bytes(9));
    });

    it('changes what versions say and drops others, leaving the rest', async () => {
      for (const id of ['a', 'b', 'c']) await storage.putVersion(version(id), bytes(1));
      await storage.putVersion(version('d', { board: 'b2' }), bytes(1));
      await storage.rewriteVersions(
        'b1',
        new Map([
          ['a', bytes(9)],
          ['b', null],
          ['d', null],
        ]),
      );
      expect((await ids()).sort()).toEqual(['a', 'c']);
      expect((await storage.version('b1', 'a'))?.file).toEqual(bytes(9));
      expect((await storage.version('b1', 'c'))?.file).toEqual(bytes(1));
      expect(await ids('b2')).toEqual(['d']);
    });

    it('remembers boards to rehearse on, until they are deleted', async () => {
      await storage.putRehearsal({ board: 'b1', of: 'b0', endsAt: 5 });
      await storage.putRehearsal({ board: 'b1', of: 'b0', endsAt: 7 });
      expect(await storage.rehearsals()).toEqual([{ board: 'b1', of: 'b0', endsAt: 7 }]);
      await storage.deleteBoard('b1');
      expect(await storage.rehearsals()).toEqual([]);
    });

    it('writes for a test without changing anything', async () => {
      await storage.testWrite();
      expect(await storage.board('b1')).toEqual(newBoard().board);
      expect(await storage.load({ board: 'b1', generation: 1, owner: '' })).toMatchObject({
        value: { seq: 1 },
      });
    });

    it('deletes a board with its documents, people, links and versions, and no other', async () => {
      const twin = newBoard({
        board: { id: 'b2', code: 'ZZZZZZ', generation: 1, createdAt: 5 },
        invites: [{ secret: 'other', board: 'b2', role: 'observer' }],
        creator: person('p2', { board: 'b2' }),
        creatorTokenHash: 'h2',
      });
      await storage.createBoard(twin);
      const privateDoc = await storage.openPrivate('b1', 'p1');
      await storage.append(privateDoc, bytes(7));
      await storage.putCleanup('b1', 'something');
      await storage.putVersion(version('a'), bytes(1));
      await storage.deleteBoard('b1');
      expect(await storage.board('b1')).toBeNull();
      expect(await storage.boardByCode('KMPQ23')).toBeNull();
      expect(await storage.load({ board: 'b1', generation: 1, owner: '' })).toMatchObject({
        error: 'missing',
      });
      expect(await storage.load(privateDoc)).toMatchObject({ error: 'missing' });
      expect(await storage.privateDocs('b1')).toEqual([]);
      expect(await storage.participants('b1')).toEqual([]);
      expect(await storage.participantByToken('h1')).toBeNull();
      expect(await storage.invite('sf')).toBeNull();
      expect(await storage.cleanups()).toEqual([]);
      expect(await ids()).toEqual([]);
      expect(await storage.board('b2')).not.toBeNull();
      expect(await storage.participantByToken('h2')).not.toBeNull();
      expect(await storage.invite('other')).not.toBeNull();
      expect(await storage.load({ board: 'b2', generation: 1, owner: '' })).toMatchObject({ ok: true });
    });
  });
}
