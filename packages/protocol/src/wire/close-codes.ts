import type { FrameRefusal } from './frame-reader.ts';

/**
 * Why a connection ends. `retry`: reconnecting can help. The range 4400-4499 is the one that a stock y-websocket 3.1
 * client takes as final, so every reason without retry lies in it and no other does.
 */
export const CLOSE_REASONS = {
  malformed: { code: 4400, retry: false },
  'no-token': { code: 4401, retry: false },
  'not-allowed': { code: 4403, retry: false },
  'no-such-board': { code: 4404, retry: false },
  'new-generation': { code: 4409, retry: false },
  'too-large': { code: 4413, retry: false },
  'too-many-tabs': { code: 4429, retry: false },
  'load-failed': { code: 1011, retry: true },
  restart: { code: 1012, retry: true },
  overloaded: { code: 1013, retry: true },
} as const satisfies Record<string, { code: number; retry: boolean }>;

export type CloseReason = keyof typeof CLOSE_REASONS;

const REASON_BY_CODE: ReadonlyMap<number, CloseReason> = new Map(
  (Object.keys(CLOSE_REASONS) as CloseReason[]).map((reason) => [CLOSE_REASONS[reason].code, reason]),
);

/** The reason behind a close code, or null for a code that is not ours (a lost connection is 1006, say). */
export function closeReasonOf(code: number): CloseReason | null {
  return REASON_BY_CODE.get(code) ?? null;
}

/** How a server ends a connection that sent a frame it could not read. */
export function closeReasonForFrame(refusal: FrameRefusal): CloseReason {
  return refusal === 'too-large' ? 'too-large' : 'malformed';
}
