import { chooseReadable } from '../readable.ts';
import { versionsToDrop } from '../version-room.ts';
import type {
  BoardRecord,
  DocKey,
  InviteRecord,
  NewBoard,
  ParticipantRecord,
  RehearsalRecord,
  Storage,
  StoredDoc,
  StoredVersion,
  WriterClaim,
} from '../storage.ts';
import { NOBODY } from '../storage.ts';

interface Head {
  readonly key: DocKey;
  writers: WriterClaim[];
  untried: number | null;
  seq: number;
  rows: { seq: number; payload: Uint8Array }[];
  snapshots: { seq: number; payload: Uint8Array }[];
}

/** A store that forgets with the process; for tests and nothing else. */
export class MemoryStorage implements Storage {
  readonly #heads = new Map<string, Head>();
  readonly #boards = new Map<string, BoardRecord>();
  readonly #people = new Map<string, ParticipantRecord>();
  readonly #tokens = new Map<string, string>();
  readonly #chores = new Map<string, string>();
  readonly #rehearsals = new Map<string, RehearsalRecord>();
  #invites: InviteRecord[] = [];
  /** Newest first. */
  #versions: StoredVersion[] = [];

  append: Storage['append'] = async (key, update, claims = [], steps = 0) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return { ok: false, error: 'stale', reason: 'no such board generation' };
    head.seq += 1;
    if (head.untried !== null) head.untried += steps;
    head.rows.push({ seq: head.seq, payload: update.slice() });
    head.writers.push(...claims);
    return { ok: true, seq: head.seq };
  };

  load: Storage['load'] = async (key) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return { ok: false, error: 'missing', reason: 'no such document' };
    return read(head);
  };

  markTried: Storage['markTried'] = async (key) => {
    const head = this.#heads.get(headName(key));
    if (head !== undefined) head.untried = 0;
  };

  saveSnapshot: Storage['saveSnapshot'] = async (key, seq, snapshot) => {
    const head = this.#heads.get(headName(key));
    if (head === undefined || seq > head.seq) {
      return { ok: false, error: 'failed', reason: 'a snapshot must be of a stored state' };
    }
    const before = head.snapshots[0]?.seq ?? 0;
    if (seq <= before) return { ok: true };
    head.snapshots = [{ seq, payload: snapshot.slice() }, ...head.snapshots.slice(0, 1)];
    head.rows = head.rows.filter((row) => row.seq > before);
    return { ok: true };
  };

  openPrivate: Storage['openPrivate'] = async (board, owner) => {
    const known = this.#keysOf(board).find((key) => key.owner === owner);
    const key = known ?? { board, generation: 1, owner };
    if (known === undefined) this.#begin(key, null);
    return key;
  };

  privateDocs: Storage['privateDocs'] = async (board) =>
    this.#keysOf(board).filter((key) => key.owner !== '');

  renew: Storage['renew'] = async (key, { update, retired }) => {
    if (!this.#heads.delete(headName(key)))
      return { ok: false, error: 'stale', reason: 'no such generation' };
    const next = { ...key, generation: key.generation + 1 };
    const head = this.#begin(next, update);
    head.writers.push(...retired.map((client) => ({ client, participant: NOBODY })));
    const board = this.#boards.get(key.board);
    if (key.owner === '' && board !== undefined)
      this.#boards.set(board.id, { ...board, generation: next.generation });
    return { ok: true };
  };

  #keysOf(board: string): DocKey[] {
    return [...this.#heads.values()].map(({ key }) => key).filter((key) => key.board === board);
  }

  #begin(key: DocKey, update: Uint8Array | null): Head {
    const rows = update === null ? [] : [{ seq: 1, payload: update }];
    const head: Head = { key, seq: rows.length, rows, snapshots: [], writers: [], untried: 0 };
    this.#heads.set(headName(key), head);
    return head;
  }

  putChore: Storage['putChore'] = async (board, chore) => void this.#chores.set(board, chore);
  dropChore: Storage['dropChore'] = async (board) => void this.#chores.delete(board);
  chores: Storage['chores'] = async () => [...this.#chores].map(([board, chore]) => ({ board, chore }));

  async createBoard(input: NewBoard): Promise<{ ok: true } | { ok: false; error: 'code-taken' }> {
    const { board } = input;
    if ((await this.boardByCode(board.code)) !== null) return { ok: false, error: 'code-taken' };
    this.#boards.set(board.id, board);
    this.#begin({ board: board.id, generation: board.generation, owner: '' }, input.firstUpdate);
    this.#invites.push(...input.invites);
    this.#people.set(input.creator.id, input.creator);
    this.#tokens.set(input.creatorTokenHash, input.creator.id);
    return { ok: true };
  }

  board: Storage['board'] = async (id) => this.#boards.get(id) ?? null;
  boardByCode: Storage['boardByCode'] = async (code) =>
    [...this.#boards.values()].find((board) => board.code === code) ?? null;
  invite: Storage['invite'] = async (secret) => this.#invites.find((one) => one.secret === secret) ?? null;
  invites: Storage['invites'] = async (board) => this.#invites.filter((one) => one.board === board);

  putInvite: Storage['putInvite'] = async (invite) => {
    const others = this.#invites.filter((one) => one.board !== invite.board || one.role !== invite.role);
    this.#invites = [...others, invite];
  };

  putCode: Storage['putCode'] = async (id, code) => {
    if ((await this.boardByCode(code)) !== null) return { ok: false, error: 'code-taken' };
    const board = this.#boards.get(id);
    if (board !== undefined) this.#boards.set(id, { ...board, code });
    return { ok: true };
  };

  putParticipant: Storage['putParticipant'] = async (one) => void this.#people.set(one.id, one);
  participant: Storage['participant'] = async (id) => this.#people.get(id) ?? null;
  participants: Storage['participants'] = async (board) =>
    [...this.#people.values()].filter((one) => one.board === board).sort(byAge);
  addToken: Storage['addToken'] = async (hash, participant) => void this.#tokens.set(hash, participant);
  participantsWithDevice: Storage['participantsWithDevice'] = async (board) => [
    ...new Set([...this.#tokens.values()].filter((id) => this.#people.get(id)?.board === board)),
  ];
  participantByToken: Storage['participantByToken'] = async (hash) =>
    this.#people.get(this.#tokens.get(hash) ?? '') ?? null;

  putVersion: Storage['putVersion'] = async (version, file) => {
    const here = this.#versions.filter((one) => one.version.board === version.board);
    const unasked = here.filter((one) => one.version.kind !== 'named');
    const [newest] = unasked;
    const dropped = new Set<StoredVersion>();
    if (version.kind !== 'named' && newest !== undefined && isSame(newest.file, file)) dropped.add(newest);
    const sized = here
      .filter((one) => !dropped.has(one))
      .map((one) => ({ id: one.version.id, kind: one.version.kind, bytes: one.file.length }));
    const goes = new Set(versionsToDrop(sized, { kind: version.kind, bytes: file.length }));
    for (const one of here) if (goes.has(one.version.id)) dropped.add(one);
    const kept = this.#versions.filter((one) => !dropped.has(one));
    this.#versions = [{ version, file: file.slice() }, ...kept].sort((a, b) => b.version.at - a.version.at);
  };
  versions: Storage['versions'] = async (board) =>
    this.#versions
      .filter(({ version }) => version.board === board)
      .map(({ version, file }) => ({ ...version, bytes: file.length }));
  version: Storage['version'] = async (board, id) =>
    this.#versions.find(({ version }) => version.board === board && version.id === id) ?? null;
  rewriteVersions: Storage['rewriteVersions'] = async (board, files) => {
    this.#versions = this.#versions.flatMap((one) => {
      if (one.version.board !== board || !files.has(one.version.id)) return [one];
      const file = files.get(one.version.id) ?? null;
      return file === null ? [] : [{ ...one, file: file.slice() }];
    });
  };
  putRehearsal: Storage['putRehearsal'] = async (one) => void this.#rehearsals.set(one.board, one);
  rehearsals: Storage['rehearsals'] = async () => [...this.#rehearsals.values()];
  deleteBoard: Storage['deleteBoard'] = async (board) => {
    const people = new Set((await this.participants(board)).map(({ id }) => id));
    for (const key of this.#keysOf(board)) this.#heads.delete(headName(key));
    for (const [hash, person] of this.#tokens) if (people.has(person)) this.#tokens.delete(hash);
    for (const id of people) this.#people.delete(id);
    for (const map of [this.#boards, this.#chores, this.#rehearsals]) map.delete(board);
    this.#invites = this.#invites.filter((one) => one.board !== board);
    this.#versions = this.#versions.filter((one) => one.version.board !== board);
  };

  testWrite: Storage['testWrite'] = async () => {};
  close: Storage['close'] = async () => {};

  /** Makes a document one from before: nobody has counted its steps. */
  forgetTrial(key: DocKey): void {
    const head = this.#heads.get(headName(key));
    if (head !== undefined) head.untried = null;
  }

  /** What a restarted server would read; lets a test look at stored rows without the server. */
  stored(key: DocKey): StoredDoc | null {
    const head = this.#heads.get(headName(key));
    if (head === undefined) return null;
    const found = read(head);
    return found.ok ? found.value : null;
  }
}

function read({ snapshots, rows, seq, writers, untried }: Head) {
  return chooseReadable(snapshots, rows, seq, { writers: writers.slice(), untried });
}

function headName(key: DocKey): string {
  return `${key.board}/${key.generation}/${key.owner}`;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function byAge(a: ParticipantRecord, b: ParticipantRecord): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
