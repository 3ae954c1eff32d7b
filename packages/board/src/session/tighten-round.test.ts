import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { phaseSchema, type Anonymity } from '../schema/phase.ts';
import { roundOf } from '../testing/open-round.ts';
import { readSession, writeSession } from './session.ts';
import { tightenRound } from './tighten-round.ts';

const agenda = (identity: Anonymity) => [
  phaseSchema.parse({ id: 'v', kind: 'vote', title: 'Vote', identity }),
];

it.each([
  ['promises more with its phase', 'unit', 'unit', 'anonymous', {}, 'anonymous'],
  ['never promises less', 'anonymous', 'anonymous', 'named', {}, 'anonymous'],
  ['stays by name where the phase promised more all along', 'named', 'anonymous', 'anonymous', {}, 'named'],
  ['stays as it is once a result was shown', 'unit', 'unit', 'anonymous', { ballots: 'r0' }, 'unit'],
  ['stays by name as a recorded vote', 'named', 'named', 'anonymous', { method: 'recorded' }, 'named'],
] as const)('[VOTE12] an open round %s', (_name, promised, before, next, change, then) => {
  const doc = new Y.Doc();
  writeSession(doc, {
    agenda: agenda(before),
    round: roundOf({ phase: 'v', identity: promised, ...change }),
  });
  tightenRound(doc, agenda(next));
  expect(readSession(doc).round?.identity).toBe(then);
});
