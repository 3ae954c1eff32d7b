import { CHOICES, type Choice, type VoteRound, type Withheld } from '../schema/vote-round.ts';
import { POOL } from '../session/pooled-units.ts';
import { questionsIn, RATING_MAX } from '../schema/round.ts';
import type { NodeKind } from '../schema/node-kind.ts';
import type { BoardSnapshot } from '../snapshot.ts';
import { itemFates, type ItemFate } from './item-fate.ts';
import { nodesOf } from './nodes.ts';
import { peopleWhoGave } from './people-who-gave.ts';
import { unitsInOrder } from './record-facts.ts';
import { closedRounds } from './vote-rounds.ts';

/**
 * Where the dots of an item came from. Units are those the round shows; the small ones that were pooled count as one.
 * `all`: each of them gave it at least one dot. `one`: a single one did, and it is not the pool. `split`: anything
 * between. Null where nothing can be said: fewer than two units are known, no voter chose it, or only the pool did.
 */
export type Share = 'all' | 'split' | 'one' | null;

export type ResultItem = {
  readonly id: string;
  /** What it says now, or said when the round was closed; null where neither is known. */
  readonly text: string | null;
  /** It is no longer on the board, and why; null while it is. */
  readonly gone: 'parked' | 'removed' | null;
  /** What other items of the round said that are part of it now, whose votes are among its own. */
  readonly parts: readonly string[];
  readonly kind: NodeKind | 'group' | 'need' | null;
  readonly no: number | null;
  /** Ties share a rank and the next one counts on: 1, 2, 2, 4. Ratings are ranked by the mean of the first question. */
  readonly rank: number;
  /** Dots, or the sum of the ratings on the first question. */
  readonly votes: number;
  /** People who gave it any. */
  readonly voters: number;
  /** They may be more: it was merged, and who gave to both is not known. */
  readonly atLeast: boolean;
  /** Means from 1 to 5 of each question of a rating; null where no voter rated it. Empty for dots. */
  readonly means: readonly (number | null)[];
  readonly byUnit: Readonly<Record<string, number>>;
  readonly share: Share;
  /** Its rank in the earlier round; null where it was not in it or none is compared. */
  readonly rankBefore: number | null;
};

/** A unit whose votes are shown by themselves. `id`: `others` for the pool, "" for people without a unit. */
export type ResultUnit = { readonly id: string; readonly name: string | null; readonly voters: number };

export type RecordedResult = {
  readonly totals: Readonly<Record<Choice, number>>;
  readonly names: readonly { readonly name: string; readonly unit: string | null; readonly choice: Choice }[];
};

export type VoteResult = {
  readonly id: string;
  readonly question: string;
  readonly number: number;
  readonly method: VoteRound['method'];
  readonly questions: readonly string[];
  readonly budget: number | null;
  readonly turnout: number | null;
  readonly invited: number | null;
  /** Of how many ballots only a part counted, as more was given than the round allowed; null: of none. */
  readonly over: number | null;
  readonly closedAt: string | null;
  /** It came with a file and was not counted on this board. */
  readonly imported: boolean;
  /** Why nothing is shown; null where something is. */
  readonly withheld: Withheld | null;
  /** What its voters were promised; null where that is not known. */
  readonly identity: VoteRound['identity'];
  /** Sums rest on at least so many people; null: there was no such floor. */
  readonly floor: number | null;
  /** The sums prove that all who voted gave the same, so that all voters know each other's choice. */
  readonly allAlike: boolean;
  /** Highest rank first; equal ones by their number on the board. */
  readonly items: readonly ResultItem[];
  readonly units: readonly ResultUnit[];
  /** None are shown because a count before this one would tell what one or two people chose. */
  readonly unitsHidden: boolean;
  /** Only of a recorded vote. */
  readonly recorded: RecordedResult | null;
  /** The earlier round the ranks are compared with. */
  readonly before: string | null;
};

/**
 * What a closed round says, or null when there is none of this id. `before`: an earlier round to compare ranks with.
 */
export function voteResult(
  snapshot: BoardSnapshot,
  roundId: string,
  before: string | null = null,
): VoteResult | null {
  const rounds = closedRounds(snapshot);
  const named = rounds.find(({ id }) => id === roundId);
  if (named === undefined) return null;
  const { round } = named;
  const earlier = rounds.find(({ id, round: one }) => id === before && one.withheld === null)?.round ?? null;
  const ranksBefore = earlier === null ? new Map<string, number>() : ranksOf(earlier);
  const facts = factsOf(snapshot);
  const units = unitsOf(snapshot, round);
  const fateOf = itemFates(snapshot);
  const partsOf = partsIn(snapshot.unmerged.voteRounds?.find(({ id }) => id === roundId) ?? round, fateOf);
  const peopleOf = peopleWhoGave(snapshot, round);
  const items = [...ranksOf(round)].map(([id, rank]): ResultItem => {
    const byUnit = round.byUnit[id] ?? {};
    return {
      id,
      ...(facts.get(id) ?? goneFacts(round, id, fateOf(id))),
      parts: partsOf.get(id) ?? [],
      rank,
      votes: round.results[id] ?? 0,
      ...peopleOf(id),
      means: round.method === 'rating' ? meansOf(round, id) : [],
      byUnit,
      share: shareOf(units, byUnit),
      rankBefore: ranksBefore.get(id) ?? null,
    };
  });
  items.sort((a, b) => a.rank - b.rank || (a.no ?? Infinity) - (b.no ?? Infinity) || (a.id < b.id ? -1 : 1));
  return {
    id: round.id,
    question: named.question,
    number: named.number,
    method: round.method,
    questions: round.questions,
    budget: round.budget,
    turnout: round.participants,
    invited: round.invited,
    over: round.over,
    closedAt: round.closedAt,
    imported: round.imported === true,
    withheld: round.withheld,
    identity: round.identity,
    floor: round.floor,
    allAlike: isAlike(snapshot.unmerged.voteRounds?.find(({ id }) => id === round.id) ?? round),
    items,
    units,
    unitsHidden: round.unitsHidden === true,
    recorded: round.method === 'recorded' ? recordedOf(snapshot, round) : null,
    before: earlier?.id ?? null,
  };
}

/** The first `count` of a ranking, and all who share the last one's rank; items without votes are never among them. */
export type Top = {
  readonly ids: readonly string[];
  /** When a tie made them more than `count`: how many share that rank. */
  readonly tie: { readonly rank: number; readonly sharing: number } | null;
};

/** The top of a result, ties at the border included. */
export function topOf({ items }: Pick<VoteResult, 'items'>, count: number): Top {
  const chosen = items.filter(({ votes, gone }) => votes > 0 && gone === null);
  const last = chosen[Math.min(count, chosen.length) - 1];
  if (last === undefined) return { ids: [], tie: null };
  const ids = chosen.filter(({ rank }) => rank <= last.rank).map(({ id }) => id);
  const sharing = chosen.filter(({ rank }) => rank === last.rank).length;
  return { ids, tie: ids.length > count ? { rank: last.rank, sharing } : null };
}

function ranksOf(round: VoteRound): ReadonlyMap<string, number> {
  const score = (id: string): number =>
    round.method === 'rating' ? (meansOf(round, id)[0] ?? 0) : (round.results[id] ?? 0);
  const scores = Object.keys(round.results).map((id) => [id, score(id)] as const);
  return new Map(scores.map(([id, own]) => [id, 1 + scores.filter(([, other]) => other > own).length]));
}

function meansOf(round: VoteRound, id: string): readonly (number | null)[] {
  const counted = [round, ...(questionsIn(round) > 1 && round.second !== null ? [round.second] : [])];
  return counted.map(({ results, voters }) => {
    const people = voters[id] ?? 0;
    return people === 0 ? null : (results[id] ?? 0) / people;
  });
}

function shareOf(units: readonly ResultUnit[], byUnit: Readonly<Record<string, number>>): Share {
  const givers = units.filter(({ id }) => (byUnit[id] ?? 0) > 0);
  if (units.length < 2 || givers.length === 0) return null;
  if (givers.length === units.length) return 'all';
  if (givers.length > 1) return 'split';
  return givers[0]?.id === POOL ? null : 'one';
}

function unitsOf(snapshot: BoardSnapshot, round: VoteRound): readonly ResultUnit[] {
  const names = new Map(unitsInOrder(snapshot).map(({ id, name }) => [id, name]));
  const order = [...names.keys()];
  const place = (id: string): number => (id === POOL ? Infinity : order.indexOf(id) + 1 || order.length + 1);
  return Object.entries(round.votersByUnit)
    .map(([id, voters]) => ({ id, name: names.get(id) ?? null, voters }))
    .sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}

function recordedOf(snapshot: BoardSnapshot, round: VoteRound): RecordedResult {
  const names = new Map(snapshot.units.map(({ id, name }) => [id, name]));
  const count = (choice: Choice): number => round.recorded.filter((one) => one.choice === choice).length;
  return {
    totals: Object.fromEntries(CHOICES.map((choice) => [choice, count(choice)])) as Record<Choice, number>,
    names: round.recorded.map(({ name, unit, choice }) => ({ name, unit: names.get(unit) ?? null, choice })),
  };
}

/**
 * Whether sums alone say that all voters gave the same: each item that got anything got the same from all of them, since it
 * got the least or the most that so many people can give.
 */
function isAlike({ method, results, voters, second, participants, perItem }: VoteRound): boolean {
  if (method === 'recorded' || participants === null || participants < 2) return false;
  const most = method === 'rating' ? RATING_MAX : (perItem ?? Infinity);
  const alike = (sums: VoteRound['results'], people: VoteRound['voters']): boolean =>
    Object.entries(people).every(
      ([id, count]) =>
        // An item of a rating without a figure may have been rated by some.
        (count === 0 && method === 'dots') ||
        (count === participants && (sums[id] === participants || sums[id] === participants * most)),
    );
  const isGiven = Object.values(voters).some((count) => count > 0);
  return isGiven && alike(results, voters) && (second === null || alike(second.results, second.voters));
}

type Facts = Pick<ResultItem, 'text' | 'gone' | 'kind' | 'no'>;

/** What is known of an item that is not on the board: its words as they were when the round was closed. */
function goneFacts(round: VoteRound, id: string, fate: ItemFate): Facts {
  const text = round.words[id] ?? fate?.words ?? null;
  return { text, gone: fate?.kind === 'parked' ? 'parked' : 'removed', kind: null, no: null };
}

/** What items said that are part of others now, by the id of those; `round` as it was counted. */
function partsIn(round: VoteRound, fateOf: (id: string) => ItemFate): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const id of Object.keys(round.results)) {
    const fate = fateOf(id);
    const words = fate?.words ?? round.words[id] ?? null;
    if (fate?.kind !== 'merged' || words === null) continue;
    parts.set(fate.into, [...(parts.get(fate.into) ?? []), words]);
  }
  return parts;
}

function factsOf(snapshot: BoardSnapshot): ReadonlyMap<string, Facts> {
  const plain = (kind: ResultItem['kind']) => (one: { readonly id: string; readonly text: string }) =>
    [one.id, { text: one.text, gone: null, kind, no: null }] as const;
  return new Map<string, Facts>([
    ...nodesOf(snapshot).map(({ id, text, kind, no }) => [id, { text, gone: null, kind, no }] as const),
    ...snapshot.groups.map(plain('group')),
    ...snapshot.needs.map(plain('need')),
  ]);
}
