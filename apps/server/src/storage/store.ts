import { DOCUMENT_MIGRATIONS, newestVersion } from '@coherence/board';
import type { DocumentMigrations } from '@coherence/board';
import { OneByOne } from '../queues/one-by-one.ts';
import { assertStored, toSaved } from './port/port.ts';
import type { Batch, StoragePort, WriteResult } from './port/port.ts';
import type { NewBoard, ParticipantRecord, Storage } from './storage.ts';
import { VersionsTable } from './versions-table.ts';

/** Everything the server asks for, made of the port. What reads before it writes does so in turn, board by board. */
export class Store implements Storage {
  readonly port: StoragePort;
  readonly #migrations: DocumentMigrations;
  readonly #versions: VersionsTable;
  readonly #turns = new OneByOne();

  constructor(port: StoragePort, migrations = DOCUMENT_MIGRATIONS) {
    this.port = port;
    this.#migrations = migrations;
    this.#versions = new VersionsTable(port, this.#turns);
  }

  append: Storage['append'] = (...what) => this.port.append(...what);
  markTried: Storage['markTried'] = (key) => this.port.markTried(key);
  load: Storage['load'] = (key) => this.port.load(key);
  saveSnapshot: Storage['saveSnapshot'] = (...what) => this.port.saveSnapshot(...what);
  openPrivate: Storage['openPrivate'] = (board, owner) =>
    this.port.openPrivate(board, owner, newestVersion(false, this.#migrations));
  privateDocs: Storage['privateDocs'] = (board) => this.port.privateDocs(board);
  renew: Storage['renew'] = async (key, renewal) =>
    toSaved(await this.port.erase({ renewal: { key, renewal } }));

  createBoard: Storage['createBoard'] = async (input) =>
    codeTaken(await this.port.write(boardBatch(input, newestVersion(true, this.#migrations))));
  board: Storage['board'] = (id) => this.port.get('boards', id);
  boardByCode: Storage['boardByCode'] = async (code) =>
    (await this.port.by('boards', 'code', code))[0] ?? null;
  putCode: Storage['putCode'] = (id, code) =>
    this.#turns.take(id, async () => {
      const board = await this.port.get('boards', id);
      if (board?.code === code) return { ok: false, error: 'code-taken' };
      const puts = board === null ? [] : [{ table: 'boards', record: { ...board, code } } as const];
      return codeTaken(await this.port.write({ puts }));
    });

  invite: Storage['invite'] = (secret) => this.port.get('invites', secret);
  invites: Storage['invites'] = (board) => this.port.by('invites', 'board', board);
  putInvite: Storage['putInvite'] = (record) => this.#write({ puts: [{ table: 'invites', record }] });

  participant: Storage['participant'] = (id) => this.port.get('participants', id);
  participants: Storage['participants'] = async (board) =>
    (await this.port.by('participants', 'board', board)).toSorted(byAge);
  putParticipant: Storage['putParticipant'] = (record) =>
    this.#write({ puts: [{ table: 'participants', record }] });
  addToken: Storage['addToken'] = (hash, participant) =>
    this.#write({ puts: [{ table: 'tokens', record: { hash, participant }, ifAbsent: true }] });
  participantsWithDevice: Storage['participantsWithDevice'] = async (board) => {
    const tokens = await this.port.by('tokens', 'board', board);
    return [...new Set(tokens.map(({ participant }) => participant))];
  };
  participantByToken: Storage['participantByToken'] = async (hash) =>
    (await this.port.by('participants', 'token', hash))[0] ?? null;

  putCleanup: Storage['putCleanup'] = (board, chore) =>
    this.#write({ puts: [{ table: 'chores', record: { board, chore } }] });
  dropCleanup: Storage['dropCleanup'] = async (board) =>
    assertStored(await this.port.erase({ drops: [{ table: 'chores', key: board }] }));
  cleanups: Storage['cleanups'] = () => this.port.by('chores', 'all');

  putVersion: Storage['putVersion'] = (...what) => this.#versions.put(...what);
  versions: Storage['versions'] = (board) => this.#versions.list(board);
  version: Storage['version'] = (board, id) => this.#versions.get(board, id);
  rewriteVersions: Storage['rewriteVersions'] = (...what) => this.#versions.rewrite(...what);

  putRehearsal: Storage['putRehearsal'] = (record) =>
    this.#write({ puts: [{ table: 'rehearsals', record }] });
  rehearsals: Storage['rehearsals'] = async () =>
    (await this.port.by('rehearsals', 'all')).toSorted(
      (a, b) => a.endsAt - b.endsAt || (a.board < b.board ? -1 : 1),
    );
  deleteBoard: Storage['deleteBoard'] = (board) =>
    this.#turns.take(board, async () => assertStored(await this.port.erase({ boards: [board] })));

  testWrite: Storage['testWrite'] = () => this.#write({});
  close: Storage['close'] = () => this.port.close();

  async #write(batch: Batch): Promise<void> {
    assertStored(await this.port.write(batch));
  }
}

/** Board, first row, invites and creator: together or not at all. `version`: of the document that begins. */
export function boardBatch(
  { board, firstUpdate, invites, creator, creatorTokenHash }: NewBoard,
  version: number,
): Batch {
  const { id, generation } = board;
  const token = { hash: creatorTokenHash, participant: creator.id };
  return {
    puts: [
      { table: 'boards', record: board, ifAbsent: true },
      ...invites.map((record) => ({ table: 'invites', record }) as const),
      { table: 'participants', record: creator },
      { table: 'tokens', record: token, ifAbsent: true },
    ],
    first: { key: { board: id, generation, owner: '' }, update: firstUpdate, version },
  };
}

function codeTaken(result: WriteResult): { ok: true } | { ok: false; error: 'code-taken' } {
  const isTaken = !result.ok && result.error === 'taken' && result.index === 'code';
  if (isTaken) return { ok: false, error: 'code-taken' };
  assertStored(result);
  return { ok: true };
}

function byAge(a: ParticipantRecord, b: ParticipantRecord): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
