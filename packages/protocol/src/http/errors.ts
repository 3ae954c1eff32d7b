/** Every error the HTTP interface answers with: code -> status. Its words are those of the reader's language. */
export const ERRORS = {
  'bad-request': { status: 400 },
  'unknown-command': { status: 400 },
  'no-such-unit': { status: 400 },
  'units-closed': { status: 400 },
  'no-token': { status: 401 },
  'not-allowed': { status: 403 },
  removed: { status: 403 },
  'not-found': { status: 404 },
  'no-such-board': { status: 404 },
  'unknown-code': { status: 404 },
  'unknown-invite': { status: 404 },
  'unknown-pair': { status: 404 },
  'no-such-phase': { status: 404 },
  'no-such-person': { status: 404 },
  'no-such-version': { status: 404 },
  'no-such-export': { status: 404 },
  'method-not-allowed': { status: 405 },
  'agenda-changed': { status: 409 },
  'room-moved': { status: 409 },
  'no-phase': { status: 409 },
  'round-open': { status: 409 },
  'too-few': { status: 409 },
  'no-round': { status: 409 },
  'too-many-versions': { status: 409 },
  'board-full': { status: 409 },
  'too-large': { status: 413 },
  'not-json': { status: 415 },
  'broken-file': { status: 422 },
  'too-many-tries': { status: 429 },
  'too-many-newcomers': { status: 429 },
  'too-many-boards': { status: 429 },
  'too-often': { status: 429 },
  internal: { status: 500 },
  'damaged-version': { status: 500 },
  'not-drawn': { status: 500 },
  busy: { status: 503 },
  'cannot-save': { status: 503 },
  'load-failed': { status: 503 },
} as const satisfies Record<string, { status: number }>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * Why exactly, where a code has several reasons. `as`: the words of the reason stand for the message of its code, or
 * beside it as the hint.
 */
export const REASONS = {
  'body-not-json': { code: 'bad-request', as: 'hint' },
  'item-not-on-board': { code: 'bad-request', as: 'hint' },
  'nobody-here': { code: 'bad-request', as: 'hint' },
  'phase-on-agenda': { code: 'bad-request', as: 'hint' },
  commands: { code: 'unknown-command', as: 'hint' },
  'has-unit': { code: 'units-closed', as: 'hint' },
  'many-units-added': { code: 'units-closed', as: 'message' },
  'unit-changed-twice': { code: 'units-closed', as: 'message' },
  'units-nearly-full': { code: 'units-closed', as: 'message' },
  'metrics-token': { code: 'no-token', as: 'message' },
  'ballots-gone': { code: 'not-allowed', as: 'message' },
  'dots-on-one-item': { code: 'not-allowed', as: 'message' },
  'has-device': { code: 'not-allowed', as: 'hint' },
  'no-few-notes': { code: 'not-allowed', as: 'hint' },
  'notes-wait': { code: 'not-allowed', as: 'message' },
  'own-removal': { code: 'not-allowed', as: 'hint' },
  'own-role': { code: 'not-allowed', as: 'hint' },
  'phase-without-names': { code: 'not-allowed', as: 'message' },
  'three-wrote': { code: 'not-allowed', as: 'hint' },
  'vote-by-name': { code: 'not-allowed', as: 'message' },
  exports: { code: 'no-such-export', as: 'hint' },
  'agenda-changed-by': { code: 'agenda-changed', as: 'message' },
  'agenda-changed-by-another': { code: 'agenda-changed', as: 'message' },
  'ended-by': { code: 'room-moved', as: 'message' },
  'moved-by': { code: 'room-moved', as: 'message' },
  'moved-by-another': { code: 'room-moved', as: 'message' },
  'notes-revealed-by': { code: 'room-moved', as: 'message' },
  'vote-ended-by': { code: 'room-moved', as: 'message' },
  'vote-opened-by': { code: 'room-moved', as: 'message' },
  'went-on-by': { code: 'room-moved', as: 'message' },
  'few-changed': { code: 'too-few', as: 'message' },
  'few-voted': { code: 'too-few', as: 'message' },
  'versions-full': { code: 'too-many-versions', as: 'message' },
  'versions-too-large': { code: 'too-many-versions', as: 'message' },
  'choose-smaller': { code: 'too-large', as: 'hint' },
  'file-over': { code: 'too-large', as: 'message' },
  'body-over': { code: 'too-large', as: 'message' },
  'wrong-numbers': { code: 'too-many-tries', as: 'message' },
  'many-joined': { code: 'too-many-newcomers', as: 'message' },
  'boards-today': { code: 'too-many-boards', as: 'message' },
  'many-files': { code: 'too-often', as: 'message' },
  'files-on-the-way': { code: 'too-often', as: 'message' },
  'rehearsals-full': { code: 'busy', as: 'message' },
  'little-space': { code: 'cannot-save', as: 'message' },
  'saved-later': { code: 'cannot-save', as: 'message' },
} as const satisfies Record<string, { code: ErrorCode; as: 'message' | 'hint' }>;

export type Reason = keyof typeof REASONS;

/** The data that the words of a reason name: ids, counts, limits and what people wrote. */
export type ReasonValues = {
  readonly [R in Exclude<Reason, keyof Named>]: Readonly<Record<never, never>>;
} & Named;

type Named = {
  'item-not-on-board': { readonly id: string };
  commands: { readonly commands: string };
  exports: { readonly exports: string };
  'notes-wait': { readonly title: string };
  'agenda-changed-by': { readonly name: string };
  'versions-full': { readonly max: number };
  'ended-by': { readonly name: string };
  'moved-by': { readonly name: string };
  'notes-revealed-by': { readonly name: string };
  'vote-ended-by': { readonly name: string };
  'vote-opened-by': { readonly name: string };
  'went-on-by': { readonly name: string; readonly title: string };
  'file-over': { readonly megabytes: number };
  'body-over': { readonly kilobytes: number };
};

/** What the HTTP interface answers with when it does not do what it was asked for. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    /** In the language that was asked for, as are the hint and words within `where`. */
    readonly message: string;
    /** What to do about it. */
    readonly hint?: string;
    /** The place in what was sent. */
    readonly where?: string;
    /** Why exactly: of `REASONS`, or the code of a failure of a board or an export, whose words stand with `values`. */
    readonly reason?: string;
    readonly values?: Readonly<Record<string, string | number>>;
  };
}
