import { ROLES, type Role } from '@coherence/protocol';
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './sqlite-log.ts';
import type { SqliteLog } from './sqlite-log.ts';
import type { SqliteEraser } from './sqlite-eraser.ts';
import type { BoardRecord, InviteRecord, NewBoard, ParticipantRecord } from '../storage.ts';

type Row = Record<string, unknown>;

/** The boards-and-people half of the SQLite store. Synchronous: it runs inside the storage worker. */
export class SqliteDirectory {
  readonly #db: DatabaseSync;
  readonly #log: SqliteLog;
  readonly #eraser: SqliteEraser;

  constructor(db: DatabaseSync, log: SqliteLog, eraser: SqliteEraser) {
    this.#db = db;
    this.#log = log;
    this.#eraser = eraser;
  }

  createBoard(input: NewBoard): { ok: true } | { ok: false; error: 'code-taken' } {
    const { board } = input;
    return inTransaction(this.#db, () => {
      if (this.boardByCode(board.code) !== null) return { ok: false, error: 'code-taken' };
      this.#run('INSERT INTO boards(id, code, generation, created_at) VALUES (?, ?, ?, ?)', [
        board.id,
        board.code,
        board.generation,
        board.createdAt,
      ]);
      const key = { board: board.id, generation: board.generation, owner: '' };
      this.#log.open(key);
      this.#log.insert({ key, update: input.firstUpdate, claims: [] });
      for (const invite of input.invites) this.putInvite(invite);
      this.putParticipant(input.creator);
      this.addToken(input.creatorTokenHash, input.creator.id);
      return { ok: true };
    });
  }

  board(id: string): BoardRecord | null {
    return toBoard(this.#get('SELECT * FROM boards WHERE id = ?', [id]));
  }

  boardByCode(code: string): BoardRecord | null {
    return toBoard(this.#get('SELECT * FROM boards WHERE code = ?', [code]));
  }

  invite(secret: string): InviteRecord | null {
    const row = this.#get('SELECT * FROM invites WHERE secret = ?', [secret]);
    return row === undefined ? null : toInvite(row);
  }

  invites(board: string): InviteRecord[] {
    return this.#db.prepare('SELECT * FROM invites WHERE board = ?').all(board).map(toInvite);
  }

  putInvite(invite: InviteRecord): void {
    const { secret, board, role } = invite;
    inTransaction(this.#db, () => {
      this.#run('DELETE FROM invites WHERE board = ? AND role = ?', [board, role]);
      this.#run('INSERT INTO invites(secret, board, role) VALUES (?, ?, ?)', [secret, board, role]);
    });
  }

  putCode(board: string, code: string): { ok: true } | { ok: false; error: 'code-taken' } {
    const holder = this.boardByCode(code);
    if (holder !== null) return { ok: false, error: 'code-taken' };
    this.#run('UPDATE boards SET code = ? WHERE id = ?', [code, board]);
    return { ok: true };
  }

  putParticipant(one: ParticipantRecord): void {
    this.#run(
      `INSERT OR REPLACE INTO participants(id, board, name, unit, role, created_at, removed, units_before)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        one.id,
        one.board,
        one.name,
        one.unit,
        one.role,
        one.createdAt,
        one.removed ? 1 : 0,
        JSON.stringify(one.unitsBefore ?? []),
      ],
    );
  }

  participant(id: string): ParticipantRecord | null {
    return toParticipant(this.#get('SELECT * FROM participants WHERE id = ?', [id]));
  }

  participants(board: string): ParticipantRecord[] {
    const rows = this.#db
      .prepare('SELECT * FROM participants WHERE board = ? ORDER BY created_at, id')
      .all(board);
    return rows.map(toParticipant).filter((one) => one !== null);
  }

  addToken(hash: string, participant: string): void {
    this.#run('INSERT INTO tokens(hash, participant) VALUES (?, ?)', [hash, participant]);
  }

  participantsWithDevice(board: string): string[] {
    const sql =
      'SELECT DISTINCT t.participant FROM tokens t JOIN participants p ON p.id = t.participant WHERE p.board = ?';
    return this.#db
      .prepare(sql)
      .all(board)
      .map((row) => String(row['participant']));
  }

  participantByToken(hash: string): ParticipantRecord | null {
    const sql = 'SELECT p.* FROM tokens t JOIN participants p ON p.id = t.participant WHERE t.hash = ?';
    return toParticipant(this.#get(sql, [hash]));
  }

  putChore(board: string, chore: string): void {
    this.#run('INSERT OR REPLACE INTO chores(board, chore) VALUES (?, ?)', [board, chore]);
  }

  dropChore(board: string): void {
    this.#run('DELETE FROM chores WHERE board = ?', [board]);
    this.#eraser.erase();
  }

  chores(): { board: string; chore: string }[] {
    const rows = this.#db.prepare('SELECT board, chore FROM chores').all();
    return rows.map((row) => ({ board: String(row['board']), chore: String(row['chore']) }));
  }

  #get(sql: string, values: (string | number)[]): Row | undefined {
    return this.#db.prepare(sql).get(...values);
  }

  #run(sql: string, values: (string | number)[]): void {
    this.#db.prepare(sql).run(...values);
  }
}

function toBoard(row: Row | undefined): BoardRecord | null {
  if (row === undefined) return null;
  return {
    id: String(row['id']),
    code: String(row['code']),
    generation: Number(row['generation']),
    createdAt: Number(row['created_at']),
  };
}

function toInvite(row: Row): InviteRecord {
  return { secret: String(row['secret']), board: String(row['board']), role: toRole(row['role']) };
}

function toParticipant(row: Row | undefined): ParticipantRecord | null {
  if (row === undefined) return null;
  const unitsBefore = toNames(row['units_before']);
  return {
    id: String(row['id']),
    board: String(row['board']),
    name: String(row['name']),
    unit: String(row['unit']),
    ...(unitsBefore.length === 0 ? {} : { unitsBefore }),
    role: toRole(row['role']),
    createdAt: Number(row['created_at']),
    removed: Number(row['removed']) === 1,
  };
}

function toNames(value: unknown): readonly string[] {
  const names: unknown = JSON.parse(String(value ?? '[]'));
  return Array.isArray(names) ? names.map(String) : [];
}

/** A role this server does not know gives the least: it comes from damaged or newer data. */
function toRole(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? 'observer';
}
