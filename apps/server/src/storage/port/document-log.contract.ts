import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOBODY } from './document-log.ts';
import type { DocKey, Renewal } from './document-log.ts';
import type { StoragePort } from './port.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const key: DocKey = { board: 'b1', generation: 1, owner: '' };

/** What every store must do with documents. `open` gives an empty one. */
export function documentLogContract(name: string, open: () => Promise<StoragePort>): void {
  describe(`document log contract: ${name}`, () => {
    let log: StoragePort;
    beforeEach(async () => {
      log = await open();
      const record = { id: 'b1', code: 'KMPQ23', generation: 1, createdAt: 5 };
      await log.write({ puts: [{ table: 'boards', record }], first: { key, update: bytes(1), version: 4 } });
    });
    afterEach(async () => log.close());

    const renew = (key: DocKey, renewal: Renewal) => log.erase({ renewal: { key, renewal } });
    const loaded = async () => {
      const result = await log.load(key);
      if (!result.ok) throw new Error(result.reason);
      return result.value;
    };

    it('reads back what was appended, in order and without gaps', async () => {
      const results = await Promise.all([2, 3, 4].map((value) => log.append(key, bytes(value))));
      expect(results).toEqual([2, 3, 4].map((seq) => ({ ok: true, seq })));
      expect(await loaded()).toEqual({
        snapshot: null,
        snapshotSeq: 0,
        rows: [bytes(1), bytes(2), bytes(3), bytes(4)],
        seq: 4,
        writers: [],
        untried: 0,
        version: 4,
      });
    });

    it('remembers who writes under which client id, with the row and the first one to say so', async () => {
      const dana = { client: 4_000_000_000, participant: 'dana' };
      await log.append(key, bytes(2), [dana, { client: 7, participant: 'omar' }]);
      await log.append({ ...key, board: 'gone' }, bytes(2), [{ client: 9, participant: 'omar' }]);
      expect([...(await loaded()).writers].sort((a, b) => b.client - a.client)).toEqual([
        dana,
        { client: 7, participant: 'omar' },
      ]);
    });

    it('keeps documents apart by generation and owner', async () => {
      expect(await log.append({ ...key, generation: 2 }, bytes(9))).toMatchObject({ error: 'stale' });
      expect(await log.append({ ...key, owner: 'p1' }, bytes(9))).toMatchObject({ error: 'stale' });
      expect(await log.load({ ...key, generation: 2 })).toMatchObject({ error: 'missing' });
      expect((await loaded()).seq).toBe(1);
    });

    it('fails only the stale row of a shared commit', async () => {
      const results = await Promise.all([
        log.append(key, bytes(2)),
        log.append({ ...key, board: 'gone' }, bytes(2)),
        log.append(key, bytes(3)),
      ]);
      expect(results.map((one) => one.ok)).toEqual([true, false, true]);
      expect((await loaded()).rows).toEqual([bytes(1), bytes(2), bytes(3)]);
    });

    it('starts from the newest snapshot and keeps the way back to the one before', async () => {
      for (const value of [2, 3, 4]) await log.append(key, bytes(value));
      expect(await log.saveSnapshot(key, 2, bytes(12))).toEqual({ ok: true });
      expect(await log.saveSnapshot(key, 4, bytes(14))).toEqual({ ok: true });
      expect(await loaded()).toEqual({
        snapshot: bytes(14),
        snapshotSeq: 4,
        rows: [],
        seq: 4,
        writers: [],
        untried: 0,
        version: 4,
      });
      await log.append(key, bytes(5));
      expect(await loaded()).toEqual({
        snapshot: bytes(14),
        snapshotSeq: 4,
        rows: [bytes(5)],
        seq: 5,
        writers: [],
        untried: 0,
        version: 4,
      });
    });

    it('[LOAD2] counts the steps of a document until it is known to open quickly', async () => {
      await log.append(key, bytes(2), [], 700);
      await log.append(key, bytes(3), [], 20);
      await log.append(key, bytes(4));
      expect((await loaded()).untried).toBe(720);
      await log.markTried({ ...key, board: 'gone' });
      await log.markTried(key);
      expect((await loaded()).untried).toBe(0);
      await log.append(key, bytes(5), [], 3);
      expect((await loaded()).untried).toBe(3);
    });

    it('[LOAD7] keeps the version of a document beside it until its next generation', async () => {
      await log.append(key, bytes(2), [], 700);
      await log.saveSnapshot(key, 2, bytes(12));
      await log.markTried(key);
      expect((await loaded()).version).toBe(4);
      expect(await renew(key, { update: bytes(3), retired: [], version: 5 })).toEqual({ ok: true });
      expect(await log.load({ ...key, generation: 2 })).toMatchObject({ value: { version: 5 } });
      const privateDoc = await log.openPrivate('b1', 'p1', 3);
      await log.openPrivate('b1', 'p1', 9);
      expect(await log.load(privateDoc)).toMatchObject({ value: { version: 3 } });
    });

    it('never replaces a newer snapshot with an older one, nor takes one from the future', async () => {
      for (const value of [2, 3]) await log.append(key, bytes(value));
      await log.saveSnapshot(key, 3, bytes(13));
      expect(await log.saveSnapshot(key, 2, bytes(12))).toEqual({ ok: true });
      expect((await loaded()).snapshot).toEqual(bytes(13));
      expect((await log.saveSnapshot(key, 9, bytes(19))).ok).toBe(false);
      expect((await loaded()).snapshot).toEqual(bytes(13));
    });

    it('opens a private document once, beside the one everybody shares', async () => {
      const privateDoc = await log.openPrivate('b1', 'p1', 3);
      expect(privateDoc).toEqual({ board: 'b1', generation: 1, owner: 'p1' });
      expect(await log.openPrivate('b1', 'p1', 3)).toEqual(privateDoc);
      await log.openPrivate('b2', 'p9', 3);
      expect(await log.privateDocs('b1')).toEqual([privateDoc]);
      expect(await log.load(privateDoc)).toMatchObject({ value: { snapshot: null, rows: [], seq: 0 } });
      expect(await log.append(privateDoc, bytes(9))).toEqual({ ok: true, seq: 1 });
      expect((await loaded()).seq).toBe(1);
    });

    it('renews a document: the old one is gone for good, its writers stay refused', async () => {
      await log.append(key, bytes(2), [{ client: 7, participant: 'dana' }]);
      await log.saveSnapshot(key, 2, bytes(12));
      expect(await renew(key, { update: bytes(3), retired: [7, 8], version: 5 })).toEqual({ ok: true });
      const next = { ...key, generation: 2 };
      expect(await log.load(next)).toMatchObject({ value: { snapshot: null, rows: [bytes(3)], seq: 1 } });
      const renewed = await log.load(next);
      expect(renewed.ok && renewed.value.writers).toEqual([
        { client: 7, participant: NOBODY },
        { client: 8, participant: NOBODY },
      ]);
      expect((await log.get('boards', 'b1'))?.generation).toBe(2);
      expect(await log.load(key)).toMatchObject({ error: 'missing' });
      expect(await log.append(key, bytes(4))).toMatchObject({ error: 'stale' });
      expect((await renew(key, { update: null, retired: [], version: 5 })).ok).toBe(false);
    });

    it('renews a private document and leaves its board alone', async () => {
      const privateDoc = await log.openPrivate('b1', 'p1', 3);
      await log.append(privateDoc, bytes(9));
      expect(await renew(privateDoc, { update: null, retired: [], version: 5 })).toEqual({ ok: true });
      expect(await log.openPrivate('b1', 'p1', 3)).toEqual({ ...privateDoc, generation: 2 });
      expect(await log.load({ ...privateDoc, generation: 2 })).toMatchObject({ value: { rows: [], seq: 0 } });
      expect((await log.get('boards', 'b1'))?.generation).toBe(1);
    });
  });
}
