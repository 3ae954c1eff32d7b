import type { BoardFile } from '@coherence/board';
import type { Role } from '@coherence/protocol';
import type { CommandAnswer, CommandBody, CommandType } from '@coherence/protocol/http';

/** The answer to creating a board: see docs/interface.md. */
export interface CreatedBoard {
  readonly id: string;
  readonly code: string;
  /** The creator's own, role facilitator. */
  readonly token: string;
  readonly invites: Readonly<Record<Role, string>>;
}

export interface NewBoard {
  readonly title: string;
  readonly question?: string;
  readonly template?: string;
  readonly units?: readonly (string | { readonly name: string; readonly short?: string })[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

async function answerOf<Body>(response: Response, expected: number): Promise<Body> {
  if (response.status !== expected) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as Body;
}

const post = (address: string, body: string) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

/** Creates a board as the start page would. */
export async function createBoard(serverUrl: string, board: NewBoard): Promise<CreatedBoard> {
  return answerOf(await post(`${serverUrl}/api/boards`, JSON.stringify(board)), 201);
}

/** Title, counts and phase of a board, as the holder of a token may see them. */
export async function readBoard(serverUrl: string, id: string, token: string): Promise<{ title: string }> {
  const response = await fetch(`${serverUrl}/api/boards/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answerOf(response, 200);
}

/** A new board from the text of a file. */
export async function importBoard(serverUrl: string, text: string): Promise<CreatedBoard> {
  return answerOf(await post(`${serverUrl}/api/boards/import`, text), 201);
}

/** What the server says to the text of a file, whatever it says. */
export async function tryImport(serverUrl: string, text: string): Promise<Answer> {
  const response = await post(`${serverUrl}/api/boards/import`, text);
  return { status: response.status, body: await response.json() };
}

/** The bytes of an export, e.g. `map.svg`. */
export async function exportFile(serverUrl: string, board: CreatedBoard, file: string): Promise<Buffer> {
  const response = await fetch(`${serverUrl}/api/boards/${board.id}/export/${file}`, {
    headers: { authorization: `Bearer ${board.token}` },
  });
  if (!response.ok) throw new Error(`${file} answered ${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** What the server holds of a board, as its own export says it. */
export async function readBoardFile(serverUrl: string, board: CreatedBoard): Promise<BoardFile> {
  return JSON.parse((await exportFile(serverUrl, board, 'board.json')).toString()) as BoardFile;
}

/** What a facilitator's button would send; throws what the server refuses. */
export async function runCommand<T extends CommandType>(
  serverUrl: string,
  board: CreatedBoard,
  body: { readonly type: T } & CommandBody<T>,
): Promise<CommandAnswer<T>> {
  const response = await fetch(`${serverUrl}/api/boards/${board.id}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${board.token}` },
    body: JSON.stringify(body),
  });
  return answerOf(response, 200);
}
