import type { Answer as Declared, Body } from '@coherence/protocol/http';
import { getJson, postJson, type Answer } from '../../live/server/api.ts';

type RehearsalAnswer = Declared<'rehearsal'>;
export type Rehearsal = NonNullable<RehearsalAnswer['rehearsal']>;

export function startRehearsal(
  board: string,
  token: string,
  wanted: Body<'rehearse'>,
): Promise<Answer<Declared<'rehearse'>>> {
  return postJson<'rehearse'>(`/api/boards/${board}/rehearse`, wanted, token);
}

/** Null for a board that is no rehearsal. */
export function rehearsalOf(board: string, token: string): Promise<Answer<RehearsalAnswer>> {
  return getJson<'rehearsal'>(`/api/boards/${board}/rehearsal`, token);
}

export function endRehearsal(
  board: string,
  token: string,
  how: 'stop' | 'delete',
): Promise<Answer<RehearsalAnswer>> {
  return postJson<'endRehearsal'>(`/api/boards/${board}/rehearsal`, { do: how }, token);
}
