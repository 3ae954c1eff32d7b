import type * as Y from 'yjs';
import { LOCAL } from '../doc.ts';
import { failure, ok, type Failure, type Result } from '../result.ts';
import { CHOICES } from '../schema/vote-round.ts';
import { questionsIn, RATING_MAX, type OpenRound } from '../schema/round.ts';
import {
  answeredFor,
  giveAnswer,
  readAnswers,
  removeAnswers,
  type AnswerQuestion,
} from './answers/answers.ts';
import { dropOldBallots, dropOldItem, oldBallotsFor, readOldBallot, type Marks } from './old-ballots.ts';

/**
 * What one person gives in a round: by item id one mark for each question (dots, or a rating from 1 to 5; 0 is not
 * rated yet). Of a recorded vote it is one mark on `MOTION`: 1, 2 or 3, the place in `CHOICES`. Blind: it stays in its
 * owner's private document (root `answers`).
 */
export type Ballot = Readonly<Record<string, Marks>>;

/** The one item of a recorded vote. */
export const MOTION = 'motion';

/**
 * `for`: a person without a device, for whom a facilitator casts a ballot from their own private document. `now`: ms
 * since 1970 by the server's clock; without it only what this device has seen is known to be earlier.
 */
export type CastFor = { readonly for?: string | null; readonly question?: number; readonly now?: number };

const NOTHING: Ballot = Object.freeze({});

/** Which round, and under which its ballots lie. The questions say how many marks an item has. */
type Kept = Pick<OpenRound, 'id' | 'ballots'> & Partial<Pick<OpenRound, 'method' | 'questions'>>;

/** What stands for one item, and when it was given last (0: not known). */
type GivenItem = { readonly marks: Marks; readonly at: number };

const questionOf = ({ id, ballots }: Kept, person: string | null): AnswerQuestion<'vote'> => ({
  kind: 'vote',
  of: ballots ?? id,
  person,
});

/**
 * What one person gave last to each item, themselves or (`person`) through this document's owner, on whatever devices.
 * Where an older version has left marks beside, those were given after.
 */
export function givenIn(
  privateDoc: Y.Doc,
  round: Kept,
  person: string | null = null,
): ReadonlyMap<string, GivenItem> {
  const question = questionOf(round, person);
  const questions =
    round.method === undefined ? 1 : questionsIn({ questions: [], ...round, method: round.method });
  const given = new Map<string, { marks: number[]; at: number }>();
  for (const { item, part, value, at } of readAnswers(privateDoc, question)) {
    const known = given.get(item) ?? { marks: Array.from({ length: questions }, () => 0), at: 0 };
    while (known.marks.length < part) known.marks.push(0);
    known.marks[part] = value;
    given.set(item, { marks: known.marks, at: Math.max(known.at, at) });
  }
  for (const [item, marks] of readOldBallot(privateDoc, question.of, person))
    given.set(item, { marks: [...marks], at: 0 });
  return new Map([...given].filter(([, { marks }]) => marks.some((mark) => mark !== 0)));
}

/** `givenIn` without the times. */
export function readBallot(privateDoc: Y.Doc, round: Kept, person: string | null = null): Ballot {
  const given = givenIn(privateDoc, round, person);
  return given.size === 0
    ? NOTHING
    : Object.fromEntries([...given].map(([item, { marks }]) => [item, marks]));
}

/** People for whom this document's owner has cast ballots. */
export function proxiesIn(privateDoc: Y.Doc, round: Kept): ReadonlySet<string> {
  const question = questionOf(round, null);
  return new Set([...answeredFor(privateDoc, question), ...oldBallotsFor(privateDoc, question.of)]);
}

/** Whether anything was given. */
export function isCast(ballot: Ballot): boolean {
  return Object.keys(ballot).length > 0;
}

/**
 * Gives an item its dots or its rating on one question (0 takes them back). Refuses what the round does not allow and
 * says what does. Giving an item less is always taken: also where two devices gave too much together, and for an item
 * that left the round.
 */
export function castVote(
  privateDoc: Y.Doc,
  round: OpenRound,
  item: string,
  mark: number,
  { for: person = null, question = 0, now = 0 }: CastFor = {},
): Result<void> {
  const before = readBallot(privateDoc, round, person);
  const there = before[item] ?? [];
  const marks = Array.from({ length: questionsIn(round) }, (_, at) =>
    at === question ? mark : (there[at] ?? 0),
  );
  const isLess = mark === 0 || (Number.isInteger(mark) && mark > 0 && mark < (there[question] ?? 0));
  const problem = isLess ? null : ballotProblem(round, { ...before, [item]: marks });
  if (problem !== null) return { ok: false, error: problem };
  const place = { ...questionOf(round, person), item };
  privateDoc.transact(() => {
    const old = readOldBallot(privateDoc, place.of, person).get(item);
    // What an older version gave to the other question of the item comes along.
    for (const [part, value] of (old ?? []).entries())
      if (part !== question) giveAnswer(privateDoc, { ...place, part }, value, 0);
    dropOldItem(privateDoc, place.of, person, item);
    giveAnswer(privateDoc, { ...place, part: question }, mark, now);
  }, LOCAL);
  return ok(undefined);
}

/** Forgets what was given in a round; `person` left out: also for others. */
export function removeBallot(privateDoc: Y.Doc, round: string, person?: string | null): void {
  privateDoc.transact(() => {
    dropOldBallots(privateDoc, round, person);
    removeAnswers(privateDoc, { kind: 'vote', of: round, ...(person === undefined ? {} : { person }) });
  }, LOCAL);
}

/** Why a ballot breaks the rules of its round; null when it keeps them. */
export function ballotProblem(round: OpenRound, ballot: Ballot): Failure | null {
  const items = new Set(round.method === 'recorded' ? [MOTION] : round.items);
  const most = { dots: round.perItem, rating: RATING_MAX, recorded: CHOICES.length }[round.method];
  let spent = 0;
  for (const [item, marks] of Object.entries(ballot)) {
    if (marks.length > questionsIn(round)) return failure('vote-questions');
    if (marks.some((mark) => !Number.isInteger(mark) || mark < 0)) return failure('vote-not-whole');
    if (marks.some((mark) => mark > most)) return tooMany(round);
    if (marks.some((mark) => mark > 0) && !items.has(item)) return failure('vote-not-asked');
    spent += marks[0] ?? 0;
  }
  const { method, budget } = round;
  return method === 'dots' && spent > budget ? failure('vote-dots', { budget }) : null;
}

function tooMany({ method, perItem }: OpenRound): Failure {
  if (method === 'dots') return failure('vote-dots-per-item', { max: perItem });
  return method === 'rating' ? failure('vote-rating', { max: RATING_MAX }) : failure('vote-choice');
}
