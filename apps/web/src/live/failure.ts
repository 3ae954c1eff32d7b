import type { Failure } from '@coherence/board';
import { sayCoded, t } from '@coherence/words';

/** What the client itself does not do. */
export type OwnFailure =
  | { readonly code: OwnCode; readonly values: Readonly<Record<never, never>> }
  | { readonly code: 'odd-answer'; readonly values: { readonly status: number } };

export type OwnCode =
  | 'unreachable'
  | 'read-only'
  | 'observers-invite-nobody'
  | 'draft-not-here'
  | 'only-copied'
  | 'link-end-missing'
  | 'vote-came-late';

/** An error of the HTTP interface, with the words of the server, which knows the language of this page. */
export type ServerFailure = {
  /** From the server's table. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly where?: string;
  readonly reason?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Everything that can fail before a person. */
export type Failed = Failure | OwnFailure | ServerFailure;

export function ownFailure(code: OwnCode): OwnFailure {
  return { code, values: {} };
}

/** What went wrong, in words for a person. */
export function sayFailure(failed: Failed): string {
  return wordsOf(failed).message;
}

/** ... and what to do about it, where that is known. */
export function sayFailureAndHint(failed: Failed): string {
  const { message, hint } = wordsOf(failed);
  return [message, hint].filter(Boolean).join(' ');
}

type FailureWords = { readonly message: string; readonly hint?: string };

function wordsOf(failed: Failed): FailureWords {
  if ('message' in failed) return serverWords(failed);
  return {
    message: isOwn(failed) ? sayCoded(t, 'refusals.own_', failed) : sayCoded(t, 'refusals.board_', failed),
  };
}

/** In our words where this client has some for the code or its reason, else in those that the server sent. */
function serverWords({ code, message, hint, reason, values = {} }: ServerFailure): FailureWords {
  const plain = known(`server.error_${code}`, {});
  if (reason === undefined) return { message: plain ?? message, ...(hint === undefined ? {} : { hint }) };
  const why = known(`server.reason_${reason}`, values) ?? known(`refusals.board_${reason}`, values);
  if (hint === undefined) return { message: why ?? message };
  return { message: plain ?? message, hint: why ?? hint };
}

/** A newer server has codes that are not in our catalogs. */
function known(key: string, values: object): string | null {
  const said = (t as (key: string, values: object) => string)(key, values);
  return said === key ? null : said;
}

const OWN: Readonly<Record<OwnFailure['code'], true>> = {
  unreachable: true,
  'read-only': true,
  'observers-invite-nobody': true,
  'draft-not-here': true,
  'only-copied': true,
  'link-end-missing': true,
  'vote-came-late': true,
  'odd-answer': true,
};

function isOwn(failed: Failure | OwnFailure): failed is OwnFailure {
  return Object.hasOwn(OWN, failed.code);
}
