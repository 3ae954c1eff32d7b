import type { BoardFile } from '@coherence/board';
import type {
  Answer as Declared,
  Body,
  CommandAnswer,
  CommandBody,
  CommandType,
  ExportName,
} from '@coherence/protocol/http';

/** A board that was made just now; the token is its creator's own, role facilitator. */
export type CreatedBoard = Declared<'createBoard'>;
export type NewBoard = Body<'createBoard'>;
/** A person on a board. */
export type Key = Pick<CreatedBoard, 'id' | 'token'>;

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

let networks = 0;

/**
 * A network that has made no board yet: one address may make so many boards a minute only. Servers behind a trusted
 * proxy, as the one of a test worker, believe it.
 */
function newNetwork(): string {
  networks += 1;
  return `10.${Math.floor(networks / 256)}.${networks % 256}.1`;
}

const post = (address: string, body: string) =>
  fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newNetwork() },
    body,
  });

/** Creates a board as the start page would. */
export async function createBoard(serverUrl: string, board: NewBoard): Promise<CreatedBoard> {
  return answerOf(await post(`${serverUrl}/api/boards`, JSON.stringify(board)), 201);
}

const getAs = (token: string, address: string) =>
  fetch(address, { headers: { authorization: `Bearer ${token}` } });

/** Title, counts and phase of a board, as the holder of a token may see them. */
export async function readBoard(serverUrl: string, id: string, token: string): Promise<Declared<'board'>> {
  return answerOf(await getAs(token, `${serverUrl}/api/boards/${id}`), 200);
}

/** All people on a board. */
export async function readPeople(serverUrl: string, board: Key): Promise<Declared<'people'>['people']> {
  const { people } = await answerOf<Declared<'people'>>(
    await getAs(board.token, `${serverUrl}/api/boards/${board.id}/people`),
    200,
  );
  return people;
}

/** The number that lets another device join as the holder of `key`. */
export async function pairingNumber(serverUrl: string, { id, token }: Key): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${serverUrl}/api/boards/${id}/pair`, { method: 'POST', headers });
  return (await answerOf<Declared<'pair'>>(answer, 201)).pair;
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
export async function exportFile(serverUrl: string, board: Key, file: ExportName): Promise<Buffer> {
  const response = await getAs(board.token, `${serverUrl}/api/boards/${board.id}/export/${file}`);
  if (!response.ok) throw new Error(`${file} answered ${response.status}: ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}

/** What the server holds of a board, as its own export says it. */
export async function readBoardFile(serverUrl: string, board: Key): Promise<BoardFile> {
  return JSON.parse((await exportFile(serverUrl, board, 'board.json')).toString()) as BoardFile;
}

/** What a facilitator's button would send; throws what the server refuses. */
export async function runCommand<T extends CommandType>(
  serverUrl: string,
  board: Key,
  body: { readonly type: T } & CommandBody<T>,
): Promise<CommandAnswer<T>> {
  const response = await fetch(`${serverUrl}/api/boards/${board.id}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${board.token}` },
    body: JSON.stringify(body),
  });
  return answerOf(response, 200);
}
