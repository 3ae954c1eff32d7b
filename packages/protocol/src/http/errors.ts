/** Every error the HTTP interface answers with: code -> status and what a person reads. */
export const ERRORS = {
  'bad-request': { status: 400, message: 'The request is not understood.' },
  'unknown-command': { status: 400, message: 'There is no such command.' },
  'no-such-unit': { status: 400, message: 'There is no such unit on this board.' },
  'units-closed': { status: 400, message: 'The list of units is closed. Choose one of them.' },
  'no-token': { status: 401, message: 'You are not signed in to this board. Join it with a code or link.' },
  'not-allowed': { status: 403, message: 'Your role on this board does not allow that.' },
  removed: { status: 403, message: 'You were removed from this board.' },
  'not-found': { status: 404, message: 'There is nothing at this address.' },
  'no-such-board': { status: 404, message: 'There is no such board.' },
  'unknown-code': { status: 404, message: 'No board has this code. Check the letters and try again.' },
  'unknown-invite': { status: 404, message: 'This link no longer works. Ask for a new one.' },
  'unknown-pair': { status: 404, message: 'This pairing code is wrong or too old. Show a new one.' },
  'no-such-phase': { status: 404, message: 'There is no such phase on the agenda.' },
  'no-such-person': { status: 404, message: 'There is no such person on this board.' },
  'no-such-version': { status: 404, message: 'There is no such version of this board.' },
  'no-such-export': { status: 404, message: 'There is no such export.' },
  'method-not-allowed': { status: 405, message: 'This address does not take that method.' },
  'agenda-changed': { status: 409, message: 'Somebody changed the agenda meanwhile.' },
  'no-phase': { status: 409, message: 'No phase is on. Start one first.' },
  'round-open': { status: 409, message: 'A vote is open. Close it first.' },
  'too-few': {
    status: 409,
    message: 'Fewer than three people voted on devices of their own. The vote is still open.',
  },
  'no-round': { status: 409, message: 'No vote is open.' },
  'too-many-versions': { status: 409, message: 'There are 200 saved versions. Delete one first.' },
  'board-full': {
    status: 409,
    message: 'This board has as many people as it can hold. Ask the facilitator.',
  },
  'too-large': { status: 413, message: 'This is too large to take in.' },
  'not-json': { status: 415, message: 'Send JSON, with content-type application/json.' },
  'broken-file': { status: 422, message: 'This file cannot be read as a board.' },
  'too-many-tries': { status: 429, message: 'Too many wrong tries. Wait a minute, or use the link.' },
  'too-many-newcomers': { status: 429, message: 'Many people joined this board from here just now.' },
  'too-many-boards': { status: 429, message: 'Too many boards made from here. Wait a minute.' },
  'too-often': { status: 429, message: 'That was too much at once. Wait a moment, then try again.' },
  internal: { status: 500, message: 'Something went wrong on the server. Nothing was changed.' },
  'damaged-version': { status: 500, message: 'This version cannot be read any more.' },
  'not-drawn': { status: 500, message: 'The picture could not be drawn.' },
  busy: { status: 503, message: 'The server has many files to write now. Try again in a minute.' },
  'cannot-save': { status: 503, message: 'The server cannot save now. Nothing was changed. Try again soon.' },
  'load-failed': { status: 503, message: 'The board cannot be opened now. Nothing is lost.' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What the HTTP interface answers with when it does not do what it was asked for. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    /** What to do about it. */
    readonly hint?: string;
    /** The place in what was sent. */
    readonly where?: string;
  };
}
