import { getJson, postJson, type Answer, type NewBoardAnswer } from '../../live/server/api.ts';

export type Rehearsal = {
  readonly people: number;
  readonly joined: number;
  readonly running: boolean;
  /** When the board is removed, milliseconds since 1970. */
  readonly endsAt: number;
};

type Told = Promise<Answer<{ readonly rehearsal: Rehearsal | null }>>;

export function startRehearsal(
  board: string,
  token: string,
  wanted: { readonly people: number; readonly pace: 'people' | 'quick' },
): Promise<Answer<NewBoardAnswer>> {
  return postJson(`/api/boards/${board}/rehearse`, wanted, token);
}

/** Null for a board that is no rehearsal. */
export function rehearsalOf(board: string, token: string): Told {
  return getJson(`/api/boards/${board}/rehearsal`, token);
}

export function endRehearsal(board: string, token: string, how: 'stop' | 'delete'): Told {
  return postJson(`/api/boards/${board}/rehearsal`, { do: how }, token);
}
