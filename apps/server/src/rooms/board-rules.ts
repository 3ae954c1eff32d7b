import { guardUpdate, numberNewFactors } from '@coherence/board';
import type { Refusal } from '@coherence/board';
import type { NackCode } from '@coherence/sync';
import type { Rules } from './apply-inbox.ts';

const NACK_OF: Record<Refusal['code'], NackCode | 'missing'> = {
  role: 'role',
  paused: 'paused',
  root: 'schema',
  content: 'schema',
  'client-id': 'client-id',
  'too-large': 'size',
  'missing-history': 'missing',
};

/** The rules of the document everybody shares: what `@coherence/board` says a board is. */
export const boardRules: Rules = {
  check(decoded, doc, { role, locked, whole }) {
    const step = whole ? 'sync-step-2' : 'update';
    const result = guardUpdate(decoded, doc, { role, locked, step });
    if (result.ok) return result;
    return { ok: false, code: NACK_OF[result.error.code], reason: result.error.message };
  },
  complete(doc) {
    numberNewFactors(doc);
  },
};
