import type { CommandBody } from '@coherence/protocol/http';
import {
  isForGrid,
  itemsOfRound,
  phaseFacts,
  suggestDots,
  votingTells,
  type BoardSnapshot,
  type Phase,
  type VoteMethod,
  type VoteRound,
} from '@coherence/board';
import { t } from '@coherence/words';
import { settableValue } from '@coherence/protocol/observable-value';
import { useValue } from '../../live/use-value.ts';

/** What is voted on. `chosen` is a list somebody ticked. */
export const SCOPES = ['factors', 'interfering', 'integrative', 'groups', 'strategies', 'chosen'] as const;
export type Scope = (typeof SCOPES)[number];

/** How the next round of a phase is meant to go. */
export type VoteSetup = {
  readonly question: string;
  readonly method: VoteMethod;
  readonly scope: Scope;
  readonly chosen: readonly string[];
  readonly questions: readonly string[];
  /** Null: as suggested for so many items. */
  readonly budget: number | null;
  readonly perItem: number;
};

/** The setup a phase begins with: its own settings. A phase for rating rates. */
export function setupOf({ kind, vote, prompt, title }: Phase): VoteSetup {
  const isRating = phaseFacts(kind).vote === 'rating';
  const method = isRating && vote.method === 'dots' ? 'rating' : vote.method;
  const isTwofold = method === 'rating' && vote.questions.length === 0 && isRating;
  return {
    question: prompt.trim() === '' ? title : prompt,
    method,
    scope: vote.on,
    chosen: [],
    questions: isTwofold ? [t('vote.impact'), t('vote.effort')] : vote.questions,
    budget: vote.budget,
    perItem: vote.perItem,
  };
}

/** Ids of what a setup puts to the vote, of what is on the board now. */
export function itemsOf(
  snapshot: BoardSnapshot,
  { scope, chosen }: Pick<VoteSetup, 'scope' | 'chosen'>,
): readonly string[] {
  const factors = snapshot.factors.filter(isForGrid);
  const ids = (records: readonly { readonly id: string }[]): readonly string[] => records.map(({ id }) => id);
  switch (scope) {
    case 'factors':
      return ids(factors);
    case 'interfering':
    case 'integrative':
      return ids(factors.filter(({ cell }) => cell?.[0] === scope));
    case 'groups':
      return ids(snapshot.groups);
    case 'strategies':
      return ids(snapshot.strategies);
    case 'chosen': {
      const known = new Set([...ids(snapshot.factors), ...ids(snapshot.groups), ...ids(snapshot.strategies)]);
      return chosen.filter((id) => known.has(id));
    }
  }
}

/** What `vote-open` takes, said in full. */
export type OpenBody = Required<Omit<CommandBody<'vote-open'>, 'movesFrom'>>;

/** The command that opens a setup, or why it cannot be opened. */
export function openBody(
  setup: VoteSetup,
  items: readonly string[],
  { identity }: Pick<Phase, 'identity'>,
): { readonly ok: true; readonly value: OpenBody } | { readonly ok: false; readonly why: string } {
  const { question, method, budget, perItem } = setup;
  const isMotion = method === 'recorded';
  if (isMotion && question.trim() === '') return { ok: false, why: t('vote.needsMotion') };
  if (!isMotion && items.length === 0) return { ok: false, why: t('vote.nothingToVote') };
  if (votingTells(identity, { method, items })) return { ok: false, why: t('vote.oneItem') };
  const questions = setup.questions.map((one) => one.trim()).filter((one) => one !== '');
  const value: OpenBody = {
    type: 'vote-open',
    question: question.trim(),
    method,
    questions: method === 'rating' ? questions : [],
    budget: budget ?? suggestDots(items.length),
    perItem,
    items: isMotion ? [] : items,
  };
  return { ok: true, value };
}

/** A new round on the same, as far as it is still on the board. */
export function againBody(snapshot: BoardSnapshot, round: VoteRound): OpenBody {
  const chosen = itemsOfRound(round);
  return {
    type: 'vote-open',
    question: round.text,
    method: round.method,
    questions: round.questions,
    budget: round.budget ?? suggestDots(chosen.length),
    perItem: round.perItem ?? 2,
    items: itemsOf(snapshot, { scope: 'chosen', chosen }),
  };
}

/** What a facilitator has changed and not opened yet, by board and phase; the settings of the phase until they touch it. */
const changed = settableValue<ReadonlyMap<string, VoteSetup>>(new Map());

/** How the next round of this phase will go if it is opened now. */
export function nextSetup(board: string, phase: Phase): VoteSetup {
  return changed.getSnapshot().get(`${board}/${phase.id}`) ?? setupOf(phase);
}

/** The setup of a phase and the way to change it. */
export function useSetup(board: string, phase: Phase): [VoteSetup, (change: Partial<VoteSetup>) => void] {
  const key = `${board}/${phase.id}`;
  const setup = useValue(changed).get(key) ?? setupOf(phase);
  return [
    setup,
    (change) => void changed.set(new Map([...changed.getSnapshot(), [key, { ...setup, ...change }]])),
  ];
}
