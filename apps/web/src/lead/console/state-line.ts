import { currentPhase, phaseFacts, type OpenRound, type Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { progressLine } from '../../together/counts/progress-words.ts';
import { fewWait, isAsked } from '../../phases/reveal/notes-waiting.ts';
import type { NextAct, RoomNow } from './next-act.ts';
import { isTooFew } from '../../phases/vote/floor/few-words.ts';
import { closedRoundOf } from '../../together/clock/phase-times.ts';
import { sumOf } from '../../together/counts/attending.ts';

/** One line about how the phase stands. */
export function stateLine({ session, rounds, people }: RoomNow): string {
  const phase = currentPhase(session);
  if (phase === null) return '';
  const { writing, round } = session;
  const { work } = phaseFacts(phase.kind);
  const isReveal = work === 'reveal';
  switch (work) {
    case 'write':
    case 'reveal': {
      if (isReveal && sumOf(writing.drafts) === 0 && !fewWait(session, phase)) return outputWords(phase);
      const notes = t('console.notesWait', { n: sumOf(writing.drafts) });
      const done = sumOf(writing.done);
      const all = Math.max(people, done);
      if (sumOf(writing.drafts) === 0 && fewWait(session, phase)) {
        const few = t(isAsked(session) ? 'console.fewAsked' : 'console.fewWait');
        return isReveal || all === 0 ? few : `${progressLine('finished', done, all)}. ${few}`;
      }
      return isReveal || all === 0 ? `${notes}.` : `${progressLine('finished', done, all)}, ${notes}.`;
    }
    case 'vote': {
      if (round !== null) {
        const words = isTooFew(round) ? 'console.voteOpenFew' : 'console.voteOpen';
        const open = t(words, { turnout: turnoutOf(round) });
        return round.over === 0 ? open : `${open} ${t('console.ballotsToLook', { n: round.over })}`;
      }
      const closed = closedRoundOf(session, phase.id, rounds);
      if (closed === null) return t('console.voteNotOpen');
      const voted = closed.participants ?? 0;
      const turnout = t(closed.withheld === null ? 'console.voteClosed' : 'console.voteWithheld', {
        voted,
        all: Math.max(closed.invited ?? people, voted),
      });
      return closed.withheld === null && closed.method === 'dots' && closed.budget !== null
        ? `${turnout}${t('console.dotsEach', { n: closed.budget })}`
        : `${turnout}.`;
    }
    default:
      return outputWords(phase);
  }
}

function outputWords({ output }: Pick<Phase, 'output'>): string {
  return output === '' ? '' : t('console.output', { output });
}

function turnoutOf({ turnout, invited }: OpenRound): string {
  return progressLine('voted', turnout, invited);
}

/** What the primary button says: what it will do, and to how many. */
export function actWords(act: NextAct): string {
  switch (act.kind) {
    case 'start':
      return t('console.start', wordsOf(act.phase));
    case 'go':
      return t('console.next', wordsOf(act.phase));
    case 'reveal': {
      const notes = t('console.reveal', { n: act.notes });
      return act.stillWriting === 0
        ? notes
        : `${notes} ${t('console.stillWriting', { n: act.stillWriting })}`;
    }
    case 'few':
      return t(act.asked ? 'console.fewShow' : 'console.few');
    case 'open-vote':
      return t('console.openVote');
    case 'close-vote':
      return t('console.closeVote', { turnout: turnoutOf(act.round) });
    case 'top':
      return t('console.putTop', { n: act.top.n });
    case 'end':
      return t('console.end');
  }
}

/** What starting again after the end would do. */
export function againWords({ title, minutes }: Pick<Phase, 'title' | 'minutes'>): string {
  return minutes === 0
    ? t('console.againHint', { title })
    : t('console.againClock', { title, minutes: t('console.minutes', { n: minutes }) });
}

function wordsOf({ title, minutes }: { title: string; minutes: number }): { phase: string } {
  return { phase: minutes === 0 ? title : t('console.titleMinutes', { title, minutes }) };
}

/** "4 minutes behind", "On time"; empty where there is no plan to compare with. */
export function behindWords(behind: number | null): string {
  if (behind === null) return '';
  if (behind === 0) return t('console.onTime');
  return behind > 0 ? t('console.behind', { n: behind }) : t('console.ahead', { n: -behind });
}
