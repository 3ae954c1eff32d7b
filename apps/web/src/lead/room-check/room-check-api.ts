import type { Answer as Declared, Body } from '@coherence/protocol/http';
import { getJson, postJson, type Answer } from '../../live/server/api.ts';

export type CheckAnswer = Declared<'check'>;

export function checkOf(board: string, token: string): Promise<Answer<CheckAnswer>> {
  return getJson<'check'>(`/api/boards/${board}/check`, token);
}

/** Tells the server that this device got here. */
export function sayReached(code: string, device: Device): Promise<Answer<unknown>> {
  return postJson<'sayReached'>('/api/check', { code, device });
}

type Device = Body<'sayReached'>['device'];

/** What kind of device this is, as far as a browser says. Guesses only for a sentence, never for what works. */
export function deviceOf(
  screen: { readonly width: number; readonly height: number },
  hasMouse: boolean,
): Device {
  if (hasMouse) return 'computer';
  return Math.min(screen.width, screen.height) < TABLET_FROM ? 'phone' : 'tablet';
}

/** The short side in CSS pixels: the largest phones have some 500, the smallest tablets 600. */
const TABLET_FROM = 580;
