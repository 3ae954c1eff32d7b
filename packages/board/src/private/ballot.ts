import * as Y from 'yjs';
import { LOCAL } from '../doc.ts';
import { failure, ok, type Failure, type Result } from '../result.ts';
import { CHOICES } from '../schema/vote-round.ts';
import { questionsIn, RATING_MAX, type OpenRound } from '../schema/round.ts';

/**
 * What one person gives in a round: by item id one mark for each question (dots, or a rating from 1 to 5; 0 is not
 * rated yet). Of a recorded vote it is one mark on `MOTION`: 1, 2 or 3, the place in `CHOICES`. Blind: it stays in its
 * owner's private document (root `ballots`).
 */
export type Ballot = Readonly<Record<string, readonly number[]>>;

/** The one item of a recorded vote. */
export const MOTION = 'motion';

/** A person without a device, for whom a facilitator casts a ballot from their own private document. */
export type CastFor = { readonly for?: string | null; readonly question?: number };

const BALLOTS = 'ballots';
const NOTHING: Ballot = Object.freeze({});

type Kept = Pick<OpenRound, 'id' | 'ballots'>;

/** Where a ballot lies in `ballots`: the round, and `/` and the participant when it is cast for another person. */
function ballotKey({ id, ballots }: Kept, person: string | null): string {
  return person === null ? (ballots ?? id) : `${ballots ?? id}/${person}`;
}

/**
 * What one person has given in a round, themselves or (`person`) through this document's owner; values that no ballot
 * can hold are left out.
 */
export function readBallot(privateDoc: Y.Doc, round: Kept, person: string | null = null): Ballot {
  const ballot = privateDoc.getMap(BALLOTS).get(ballotKey(round, person));
  return ballot instanceof Y.Map ? marksOf(ballot) : NOTHING;
}

/** The ballots this document's owner has cast for others, by participant id. */
export function readProxies(privateDoc: Y.Doc, round: Kept): ReadonlyMap<string, Ballot> {
  const prefix = ballotKey(round, '');
  const proxies = new Map<string, Ballot>();
  for (const [key, ballot] of privateDoc.getMap(BALLOTS).entries()) {
    if (key.startsWith(prefix) && ballot instanceof Y.Map)
      proxies.set(key.slice(prefix.length), marksOf(ballot));
  }
  return proxies;
}

/** Whether anything was given. */
export function isCast(ballot: Ballot): boolean {
  return Object.keys(ballot).length > 0;
}

/**
 * Gives an item its dots or its rating on one question (0 takes them back). Refuses what the round does not allow and
 * says what does. What was given before an item left the round can always be taken back.
 */
export function castVote(
  privateDoc: Y.Doc,
  round: OpenRound,
  item: string,
  mark: number,
  { for: person = null, question = 0 }: CastFor = {},
): Result<void> {
  const before = readBallot(privateDoc, round, person);
  const marks = Array.from({ length: questionsIn(round) }, (_, at) =>
    at === question ? mark : (before[item]?.[at] ?? 0),
  );
  const problem = mark === 0 ? null : ballotProblem(round, { ...before, [item]: marks });
  if (problem !== null) return { ok: false, error: problem };
  privateDoc.transact(() => {
    const ballots = privateDoc.getMap<Y.Map<unknown>>(BALLOTS);
    const key = ballotKey(round, person);
    const ballot = ballots.get(key) ?? ballots.set(key, new Y.Map());
    if (marks.every((one) => one === 0)) ballot.delete(item);
    else ballot.set(item, marks.length === 1 ? marks[0] : marks);
  }, LOCAL);
  return ok(undefined);
}

/** Forgets what was given in a round, also for others. */
export function removeBallot(privateDoc: Y.Doc, round: string): void {
  const ballots = privateDoc.getMap(BALLOTS);
  const gone = [...ballots.keys()].filter((key) => key === round || key.startsWith(`${round}/`));
  if (gone.length === 0) return;
  privateDoc.transact(() => {
    for (const key of gone) ballots.delete(key);
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

function marksOf(ballot: Y.Map<unknown>): Ballot {
  const entries = [...ballot.entries()].flatMap(([item, value]) => {
    const marks: unknown[] = Array.isArray(value) ? value.slice(0, 2) : [value];
    const isKnown = marks.every((mark) => Number.isInteger(mark) && (mark as number) >= 0);
    return isKnown && marks.some((mark) => mark !== 0) ? [[item, marks as number[]] as const] : [];
  });
  return Object.fromEntries(entries);
}
