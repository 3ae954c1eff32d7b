import { sessionSchema, type Session, type VoteRound } from '@coherence/board';
import '@coherence/words/testing';
import { describe, expect, it } from 'vitest';
import { templateAgenda } from '../../together/template-agenda.ts';
import { nextAct, type RoomNow } from './next-act.ts';
import { actWords, behindWords, stateLine } from './state-line.ts';

const AGENDA = templateAgenda('half-day', 'unit');
const MINUTE = 60_000;
const titled = (title: string) => AGENDA.find((phase) => phase.title.startsWith(title)) ?? AGENDA[0];

type Over = Partial<{ [Key in keyof Session]: unknown }>;
const room = (
  title: string | null,
  over: Over = {},
  rounds: readonly VoteRound[] = [],
  top: RoomNow['top'] = null,
): RoomNow => {
  const phase = title === null ? null : { id: titled(title)?.id, startedAt: 0, endsAt: 10 * MINUTE };
  const went = phase === null ? [] : [{ phase: phase.id, at: 0 }];
  return { session: sessionSchema.parse({ agenda: AGENDA, phase, went, ...over }), rounds, people: 12, top };
};
const words = (now: RoomNow) => {
  const act = nextAct(now);
  return act === null ? null : actWords(act);
};
const writing = (drafts: number, done: number) => ({
  writing: { drafts: { a: drafts - 1, b: 1 }, people: {}, done: { a: done } },
});
const few = { writing: { drafts: {}, people: {}, done: {}, few: true } };
const open = (turnout: number, own = turnout) => ({
  round: { id: 'r', openedAt: 0, turnout, own, invited: 12, phase: titled('Vote')?.id },
});
const closed = (closedAt: number): VoteRound =>
  ({
    id: 'r',
    closedAt: new Date(closedAt).toISOString(),
    method: 'dots',
    budget: 5,
    participants: 11,
    invited: 12,
    withheld: null,
  }) as unknown as VoteRound;

const TOP_15 = { n: 15 } as unknown as RoomNow['top'];

describe('the one button of the console', () => {
  it.each([
    ['starts', room(null), 'Start: Arrive, join, practice note (15 min)'],
    ['goes on', room('Arrive'), 'Next: Purpose and ground rules (10 min)'],
    ['goes on where nobody wrote', room('What gets'), 'Next: Reveal and read (13 min)'],
    ['reveals', room('What gets', writing(171, 9)), 'Reveal 171 notes. 3 people are still writing.'],
    ['reveals when all are done', room('What gets', writing(2, 12)), 'Reveal 2 notes.'],
    ['does not count who leads', room('What gets', writing(2, 13)), 'Reveal 2 notes.'],
    [
      'asks what becomes of notes of too few',
      room('What gets', few),
      'Reveal… Fewer than 3 people have written.',
    ],
    [
      'shows what they agreed to',
      room('What gets', { ...few, asked: { phase: titled('What gets')?.id, at: 1 } }),
      'Show what the writers agreed to',
    ],
    ['goes on where these were given back', room('Place', few), 'Next: Vote (10 min)'],
    ['opens the vote', room('Vote'), 'Open the vote'],
    ['closes the vote', room('Vote', open(9)), 'Close the vote. 9 of 12 have voted.'],
    [
      'puts the top on the map',
      room('Vote', {}, [closed(MINUTE)], TOP_15),
      'Next: put the top 15 on the map',
    ],
    ['closes the vote first', room('Vote', open(9), [], TOP_15), 'Close the vote. 9 of 12 have voted.'],
    ['goes on after the vote', room('Vote', {}, [closed(MINUTE)]), 'Next: Break (15 min)'],
    ['opens the second vote of the day', room('Choose', {}, [closed(-MINUTE)]), 'Open the vote'],
    ['ends', room('Read back'), 'End the session'],
  ])('%s', (_name, now, expected) => {
    expect(words(now)).toBe(expected);
  });

  it('is not there without an agenda', () => {
    expect(nextAct(room(null, { agenda: [] }))).toBeNull();
  });

  it('does not start again by itself once the session is over', () => {
    expect(
      nextAct(
        room(null, {
          went: [
            { phase: titled('Arrive')?.id, at: 0 },
            { phase: null, at: 1 },
          ],
        }),
      ),
    ).toBeNull();
  });

  it('goes to where the notes are read in the same act as it reveals them', () => {
    expect(nextAct(room('What gets', writing(3, 0)))).toMatchObject({
      kind: 'reveal',
      reading: titled('Reveal'),
    });
  });

  it('still reveals where the room went on without revealing, and only there', () => {
    const late = room('Reveal and read', writing(3, 0));
    expect(nextAct(late)).toMatchObject({ kind: 'reveal', notes: 3, stillWriting: 0, reading: null });
    const write = titled('What gets')?.id ?? '';
    const shown = room('Reveal and read', { ...writing(3, 0), revealed: { [write]: 5 } });
    expect(words(shown)).toBe('Next: Place in the grid (20 min)');
    expect(words(room('Place', writing(3, 0)))).toBe('Next: Vote (10 min)');
  });

  it('keeps the result of a vote when the room comes back to it', () => {
    const [vote, place] = [titled('Vote')?.id, titled('Place')?.id];
    const went = [
      { phase: vote, at: 0 },
      { phase: place, at: 5 * MINUTE },
      { phase: vote, at: 8 * MINUTE },
    ];
    expect(words(room('Vote', { went }, [closed(3 * MINUTE)]))).toBe('Next: Break (15 min)');
    expect(words(room('Vote', { went }, [closed(6 * MINUTE)]))).toBe('Open the vote');
  });
});

describe('the line below the title', () => {
  it.each([
    [room('What gets', writing(171, 9)), '9 of 12 have finished, 171 notes wait.'],
    [room('What gets', writing(1, 0)), '0 of 12 have finished, 1 note waits.'],
    [room('What gets', few), '0 of 12 have finished. Fewer than 3 people wrote: notes wait.'],
    [room('Vote'), 'The vote is not open yet.'],
    [room('Vote', open(9)), 'The vote is open. 9 of 12 have voted.'],
    [room('Vote', open(9, 2)), 'The vote is open. 9 of 12 have voted: too few to show.'],
    [
      room('Vote', { round: { ...open(9).round, over: 1 } }),
      'The vote is open. 9 of 12 have voted. 1 ballot needs a look.',
    ],
    [room('Vote', {}, [closed(MINUTE)]), 'Closed. 11 of 12 people voted, 5 dots each.'],
    [
      room('Vote', {}, [{ ...closed(MINUTE), withheld: 'few' }]),
      'Closed without a result. 11 of 12 people voted.',
    ],
    [room('Place'), 'At its end: A filled grid.'],
    [room(null), ''],
  ])('says how the phase stands', (now, expected) => {
    expect(stateLine(now)).toBe(expected);
  });

  it('names what a reveal is for once nothing waits', () => {
    const reveal = templateAgenda('ninety-minutes', 'unit').find(({ kind }) => kind === 'reveal');
    const now = { agenda: [reveal], phase: { id: reveal?.id, startedAt: 0 } };
    expect(stateLine(room(null, { ...now, ...writing(3, 0) }))).toBe('3 notes wait.');
    expect(stateLine(room(null, now))).toBe('At its end: Notes by cell and unit.');
  });

  it.each([
    [null, ''],
    [0, 'On time'],
    [4, '4 minutes behind'],
    [-1, '1 minute ahead'],
  ])('says of %s minutes “%s”', (behind, expected) => {
    expect(behindWords(behind)).toBe(expected);
  });
});
