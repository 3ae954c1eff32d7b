import type { OneByOne } from '../queues/one-by-one.ts';
import { assertStored } from './port/port.ts';
import type { Put, Records } from './port/port.ts';
import type { ListedVersion, StoredVersion, VersionRecord } from './storage.ts';
import { versionsToDrop } from './version-room.ts';

/** The versions of boards, and which of them stay. What is kept or changed on one board goes in turn. */
export class VersionsTable {
  readonly #records: Records;
  readonly #turns: OneByOne;

  constructor(records: Records, turns: OneByOne) {
    this.#records = records;
    this.#turns = turns;
  }

  put(version: VersionRecord, file: Uint8Array): Promise<void> {
    return this.#turns.take(version.board, async () => {
      const there = await this.list(version.board);
      const same = version.kind === 'named' ? null : await this.#sameAsNewest(there, file);
      const others = there.filter(({ id }) => id !== same);
      const goes = versionsToDrop(others, { kind: version.kind, bytes: file.length });
      const drops = [...(same === null ? [] : [same]), ...goes].map(
        (key) => ({ table: 'versions', key }) as const,
      );
      const put = { table: 'versions', record: { ...version, file }, ifAbsent: true } as const;
      assertStored(await this.#records.write({ drops, puts: [put] }));
    });
  }

  async list(board: string): Promise<readonly ListedVersion[]> {
    const found = await this.#records.by('versions', 'board', board);
    return found.toReversed().toSorted((a, b) => b.at - a.at);
  }

  async get(board: string, id: string): Promise<StoredVersion | null> {
    const found = await this.#records.get('versions', id);
    if (found === null || found.board !== board) return null;
    const { file, ...version } = found;
    return { version, file };
  }

  rewrite(board: string, files: ReadonlyMap<string, Uint8Array | null>): Promise<void> {
    return this.#turns.take(board, async () => {
      const drops: { table: 'versions'; key: string }[] = [];
      const puts: Put[] = [];
      for (const { bytes: _, ...version } of await this.list(board)) {
        const file = files.get(version.id);
        if (file === null) drops.push({ table: 'versions', key: version.id });
        else if (file !== undefined) puts.push({ table: 'versions', record: { ...version, file } });
      }
      assertStored(await this.#records.erase({ drops, puts }));
    });
  }

  /** The id of the newest version kept unasked, where it says the same; null otherwise. A damaged one says nothing. */
  async #sameAsNewest(there: readonly ListedVersion[], file: Uint8Array): Promise<string | null> {
    const newest = there.find(({ kind }) => kind !== 'named');
    if (newest === undefined || newest.bytes !== file.length) return null;
    const found = await this.#records.get('versions', newest.id).catch(() => null);
    return found !== null && Buffer.compare(found.file, file) === 0 ? newest.id : null;
  }
}
