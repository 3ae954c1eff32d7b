import {
  guardUpdate,
  numberNewFactors,
  PAUSE_MARK,
  pauseOf,
  readSession,
  writeSession,
} from '@coherence/board';
import { stateVectorOf } from '../document/document.ts';
import type { GuardPolicy, Refusal } from '@coherence/board';
import type { NackCode } from '@coherence/protocol';
import type { DocKey } from '../../storage/storage.ts';
import type { Author, Rules } from './apply-inbox.ts';

const NACK_OF: Record<Refusal['code'], NackCode | 'missing'> = {
  role: 'role',
  paused: 'paused',
  root: 'schema',
  content: 'schema',
  unknown: 'schema',
  'too-long': 'size',
  'client-id': 'client-id',
  'too-large': 'size',
  'missing-history': 'missing',
};

/** Why an update of a newer client is held until this server is newer, too. */
const NEWER: ReadonlySet<Refusal['code']> = new Set(['root', 'unknown', 'too-long']);

function checkIn(space: NonNullable<GuardPolicy['space']>): Rules['check'] {
  return (decoded, doc, author: Author) => {
    const { participant, name, unit, unitsBefore = [], role, locked, whole, newer = false } = author;
    const step = whole ? 'sync-step-2' : 'update';
    const speaker = { participant, name, units: [unit, ...unitsBefore] };
    const seen = () => stateVectorOf(author.seen);
    const result = guardUpdate(decoded, doc, { role, locked, step, space, speaker, newer, seen });
    if (result.ok) return result;
    const { error, steps } = result;
    return {
      ok: false,
      code: newer && !error.lasting && NEWER.has(error.code) ? 'newer' : NACK_OF[error.code],
      reason: error.root === undefined ? error.why : `${error.why}: ${error.root}`,
      steps,
    };
  };
}

/** The rules of the shared document: what `@coherence/board` says a board is. */
export const boardRules: Rules = {
  check: checkIn('board'),
  pause: pauseOf,
  pauseMark: PAUSE_MARK,
  complete(doc) {
    numberNewFactors(doc);
  },
  tellFull(doc, percent) {
    if (readSession(doc).full !== percent) writeSession(doc, { full: percent });
  },
};

/** The rules of a private document. Pausing concerns what people share: thoughts written alone are never held. */
const privateRules: Rules = {
  check: checkIn('private'),
  pause: () => null,
  pauseMark: null,
  complete() {},
};

export const rulesFor = ({ owner }: Pick<DocKey, 'owner'>): Rules =>
  owner === '' ? boardRules : privateRules;
