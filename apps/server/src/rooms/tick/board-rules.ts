import { guardUpdate, numberNewFactors, PAUSE_MARK, pauseOf } from '@coherence/board';
import type { GuardPolicy, Refusal } from '@coherence/board';
import type { NackCode } from '@coherence/sync';
import type { DocKey } from '../../storage/storage.ts';
import type { Author, Rules } from './apply-inbox.ts';

const NACK_OF: Record<Refusal['code'], NackCode | 'missing'> = {
  role: 'role',
  paused: 'paused',
  root: 'schema',
  content: 'schema',
  'client-id': 'client-id',
  'too-large': 'size',
  'missing-history': 'missing',
};

function checkIn(space: NonNullable<GuardPolicy['space']>): Rules['check'] {
  return (decoded, doc, { participant, name, unit, unitsBefore = [], role, locked, whole }: Author) => {
    const step = whole ? 'sync-step-2' : 'update';
    const speaker = { participant, name, units: [unit, ...unitsBefore] };
    const result = guardUpdate(decoded, doc, { role, locked, step, space, speaker });
    if (result.ok) return result;
    const { error, steps } = result;
    return { ok: false, code: NACK_OF[error.code], reason: error.message, steps };
  };
}

/** The rules of the document everybody shares: what `@coherence/board` says a board is. */
export const boardRules: Rules = {
  check: checkIn('board'),
  pause: pauseOf,
  pauseMark: PAUSE_MARK,
  complete(doc) {
    numberNewFactors(doc);
  },
};

/** The rules of a private document. Pausing concerns what people share: thoughts written alone are never held. */
const privateRules: Rules = {
  check: checkIn('mine'),
  pause: () => null,
  pauseMark: null,
  complete() {},
};

export const rulesFor = ({ owner }: Pick<DocKey, 'owner'>): Rules =>
  owner === '' ? boardRules : privateRules;
