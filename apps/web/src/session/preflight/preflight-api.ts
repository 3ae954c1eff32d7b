import { getJson, postJson, type Answer } from '../../live/server/api.ts';
import type { Device } from './device.ts';

export type CheckAnswer = {
  /** Milliseconds since 1970 on the server. */
  readonly now: number;
  /** Newest first. */
  readonly heard: readonly { readonly device: Device; readonly at: number }[];
  readonly disk: { readonly saved: boolean; readonly ms: number };
};

export function checkOf(board: string, token: string): Promise<Answer<CheckAnswer>> {
  return getJson(`/api/boards/${board}/check`, token);
}

/** Tells the server that this device got here. */
export function sayReached(code: string, device: Device): Promise<Answer<unknown>> {
  return postJson('/api/check', { code, device });
}
