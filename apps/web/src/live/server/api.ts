import type {
  Address,
  Answer as Declared,
  Body,
  CommandAnswer,
  CommandBody,
  CommandType,
  ExportName,
  RouteBy,
} from '@coherence/protocol/http';
import { currentLanguage } from '@coherence/words';
import { withWords } from '@coherence/words/browser';
import { ownFailure, type OwnFailure, type ServerFailure } from '../failure.ts';
import { serverClock, timeSaid } from './server-clock.ts';

/** An answer of the HTTP interface, or what went wrong. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };
export type ApiError = ServerFailure | OwnFailure;

export type NewBoardAnswer = Declared<'createBoard'>;
export type Invites = NewBoardAnswer['invites'];
export type JoinPreview = Declared<'previewJoin'>;
export type UnitInfo = JoinPreview['units'][number];
export type JoinAnswer = Declared<'join'>;
export type BoardPerson = Declared<'people'>['people'][number];
const UNREACHABLE = { ok: false, error: ownFailure('unreachable') } as const;
/** Exactly one of the two opens the door. */
export type Door = { code: string } | { invite: string };

export function createBoard(input: Body<'createBoard'>): Promise<Answer<NewBoardAnswer>> {
  return post<'createBoard'>('/api/boards', input);
}

export function importBoard(file: unknown): Promise<Answer<Declared<'importBoard'>>> {
  return post<'importBoard'>('/api/boards/import', file);
}

export function previewJoin(door: Door): Promise<Answer<JoinPreview>> {
  return post<'previewJoin'>('/api/join/preview', door);
}

/** `token`: of this board, when this browser has joined before; then it is the same person. */
export function join(
  input: Door & Omit<Body<'join'>, 'code' | 'invite'>,
  token?: string,
): Promise<Answer<JoinAnswer>> {
  return post<'join'>('/api/join', input, token);
}

export function boardInfo(id: string, token: string): Promise<Answer<Declared<'board'>>> {
  return get<'board'>(`/api/boards/${id}`, token);
}

export function invites(id: string, token: string): Promise<Answer<Declared<'invites'>>> {
  return get<'invites'>(`/api/boards/${id}/invites`, token);
}

/** All people who have joined and were not removed; for facilitators. */
export function everybody(id: string, token: string): Promise<Answer<Declared<'people'>>> {
  return get<'people'>(`/api/boards/${id}/people`, token);
}

/** A short-lived number that lets a second device join as the same person. */
export function pairingCode(id: string, token: string): Promise<Answer<Declared<'pair'>>> {
  return post<'pair'>(`/api/boards/${id}/pair`, undefined, token);
}

/** Takes who came after a deal into the smallest team. */
export function joinTeam(id: string, token: string): Promise<Answer<Declared<'team'>>> {
  return post<'team'>(`/api/boards/${id}/team`, undefined, token);
}

/** Lets the turn in one's own team go on to the next. */
export function passTurn(id: string, token: string): Promise<Answer<unknown>> {
  return post<'turn'>(`/api/boards/${id}/turn`, undefined, token);
}

/** A command that has no answer by then counts as lost, and lets the next one go. */
const COMMAND_PATIENCE_MS = 20_000;
const commandBefore = new Map<string, Promise<unknown>>();

/**
 * What facilitators can do, as it is declared. The commands of this browser to one board arrive
 * in the order in which they were given: two requests of their own could overtake each other.
 */
export function command<T extends CommandType>(
  id: string,
  token: string,
  body: { readonly type: T } & CommandBody<T>,
): Promise<Answer<CommandAnswer<T>>> {
  const ask = (): Promise<Answer<CommandAnswer<T>>> =>
    send<CommandAnswer<T>>(
      `/api/boards/${id}/commands`,
      body,
      token,
      AbortSignal.timeout(COMMAND_PATIENCE_MS),
    );
  const answer = (commandBefore.get(id) ?? Promise.resolve()).then(ask);
  commandBefore.set(id, answer);
  return answer;
}

/** "I am done" in the phase that is on. */
export function sayDone(id: string, token: string, done: boolean): Promise<Answer<Declared<'done'>>> {
  return post<'done'>(`/api/boards/${id}/done`, { done }, token);
}

/**
 * Adds own notes to the board that came after the reveal of their phase; `as`: with more of oneself than was promised.
 * `waits`: how many stay private until others have such notes, too.
 */
export function addLate(
  id: string,
  token: string,
  drafts: readonly string[],
  as: 'named' | 'unit' | null,
): Promise<Answer<Declared<'late'>>> {
  return post<'late'>(`/api/boards/${id}/late`, { drafts, ...(as === null ? {} : { as }) }, token);
}

export function serverConfig(): Promise<Answer<Declared<'config'>>> {
  return get<'config'>('/api/config');
}

/** The bytes the server would give any program that asks for this export, and the name it gives them. */
export async function exportFile(
  id: string,
  token: string,
  file: ExportName,
): Promise<Answer<{ blob: Blob; name: string }>> {
  const response = await request(`/api/boards/${id}/export/${file}`, { headers: bearer(token) });
  if (!response.ok) return response;
  const disposition = response.value.headers.get('content-disposition') ?? '';
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? file);
  return { ok: true, value: { blob: await response.value.blob(), name } };
}

function post<R extends RouteBy<'POST'>>(
  path: Address<R>,
  body: Body<R>,
  token?: string,
): Promise<Answer<Declared<R>>> {
  return send(path, body, token);
}

function send<T>(path: string, body: unknown, token?: string, signal?: AbortSignal): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', ...bearer(token) };
  const init = { method: 'POST', headers, body: JSON.stringify(body ?? {}) };
  return json<T>(path, signal === undefined ? init : { ...init, signal });
}

function get<R extends RouteBy<'GET'>>(path: Address<R>, token?: string): Promise<Answer<Declared<R>>> {
  return json(path, { headers: bearer(token) });
}

/** For what one screen alone asks: its address and answer stay with it, out of what everybody downloads first. */
export { get as getJson, post as postJson };

/** What `fetch` is told, its headers by name. */
type Request = Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> };

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

async function json<T>(path: string, init: Request): Promise<Answer<T>> {
  const sentAt = performance.now();
  const response = await request(path, init);
  const heardAt = performance.now();
  if (!response.ok) return response;
  const value: unknown = await response.value.json().catch(() => undefined);
  // Cut off on its way.
  if (value === undefined) return UNREACHABLE;
  const said = timeSaid(response.value.headers.get('date'), value);
  if (said !== null) serverClock.addSample({ sentAt, heardAt, ...said });
  return { ok: true, value: value as T };
}

async function request(path: string, init: Request): Promise<Answer<Response>> {
  try {
    const headers = { 'accept-language': currentLanguage(), ...init.headers };
    const response = await fetch(path, { ...init, headers });
    if (response.ok) return { ok: true, value: response };
    const read = response.json().catch(() => null) as Promise<{ error?: ServerFailure } | null>;
    // Where our words for it do not come, those that came with it serve.
    const body = await withWords(() => read, ['server']).catch(() => read);
    const odd = { code: 'odd-answer', values: { status: response.status } } as const;
    return { ok: false, error: body?.error ?? odd };
  } catch {
    return UNREACHABLE;
  }
}
