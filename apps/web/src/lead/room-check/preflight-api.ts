import type { Answer as Declared } from '@coherence/protocol/http';
import { getJson, postJson, type Answer } from '../../live/server/api.ts';
import type { Device } from './device.ts';

export type CheckAnswer = Declared<'check'>;

export function checkOf(board: string, token: string): Promise<Answer<CheckAnswer>> {
  return getJson<'check'>(`/api/boards/${board}/check`, token);
}

/** Tells the server that this device got here. */
export function sayReached(code: string, device: Device): Promise<Answer<unknown>> {
  return postJson<'sayReached'>('/api/check', { code, device });
}
