/** The answer to creating a board: see "Black-box interface" in docs/architecture.md. */
export interface CreatedBoard {
  readonly id: string;
  readonly code: string;
  /** The creator's own, role facilitator. */
  readonly token: string;
  readonly invites: Readonly<Record<Role, string>>;
}

export const ROLES = ['facilitator', 'participant', 'observer', 'display'] as const;
export type Role = (typeof ROLES)[number];

export interface NewBoard {
  readonly title: string;
  readonly question?: string;
  readonly template?: string;
  readonly units?: readonly (string | { readonly name: string; readonly short?: string })[];
}

async function answerOf<Answer>(response: Response, expected: number): Promise<Answer> {
  if (response.status !== expected) {
    throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`);
  }
  return (await response.json()) as Answer;
}

/** Creates a board as the start page would. */
export async function createBoard(serverUrl: string, board: NewBoard): Promise<CreatedBoard> {
  const response = await fetch(`${serverUrl}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(board),
  });
  return answerOf(response, 201);
}

/** Title, counts and phase of a board, as the holder of a token may see them. */
export async function readBoard(serverUrl: string, id: string, token: string): Promise<{ title: string }> {
  const response = await fetch(`${serverUrl}/api/boards/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answerOf(response, 200);
}
