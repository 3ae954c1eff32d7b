import type { Body } from '@coherence/protocol/http';

export type Device = Body<'sayReached'>['device'];

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
