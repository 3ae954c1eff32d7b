import { currentPhase, phaseFacts, readSession } from '@coherence/board';
import type { Act, Actor, Moment } from './act.ts';
import { grouping, placing } from './arranging.ts';
import { linking, proposing } from './linking.ts';
import { voting } from './voting.ts';
import { answering, writing } from './writing.ts';

/**
 * What a participant has to do now and has not done, in the order in which they would. Empty while others talk. Asked
 * again it is the same.
 */
export function actsNow(actor: Actor): readonly Act[] {
  const session = readSession(actor.pretend.doc);
  const phase = currentPhase(session);
  if (phase === null) return [];
  return actsIn({ ...actor, session, phase }).filter(({ name }) => !actor.done.has(name));
}

function actsIn(moment: Moment): readonly Act[] {
  const asked = answering(moment);
  if (asked.length > 0) return asked;
  switch (phaseFacts(moment.phase.kind).work) {
    case 'write':
      return writing(moment);
    case 'place':
      return placing(moment);
    case 'group':
      return grouping(moment);
    case 'link':
      return linking(moment);
    case 'propose':
      return proposing(moment);
    case 'vote':
    case 'arrive':
    case 'reveal':
    case 'read-notes':
    case 'read-map':
    case 'talk':
    case 'rest':
      // A vote may stand open beside any of these.
      return voting(moment);
  }
}
