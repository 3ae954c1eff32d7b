import type { NamedRound, ResultItem, ResultUnit, Share, VoteResult } from '@coherence/board';
import { t, writing } from '@coherence/words';

/** How a round is called: what was asked, and which time where it was asked before. */
export function roundName({ question, number }: Pick<NamedRound, 'question' | 'number'>): string {
  const name = question.trim() === '' ? t('vote.untitled') : question;
  return number === 1 ? name : t('vote.roundName', { question: name, n: number });
}

/** "11 of 12 people voted, 5 dots each." Nothing where nobody said. */
export function turnoutWords({ turnout, invited, budget, method }: VoteResult): string {
  if (turnout === null) return '';
  if (invited === null) return t('vote.votedKnown', { n: turnout });
  if (method === 'dots' && budget !== null) return t('vote.votedDots', { turnout, all: invited, n: budget });
  return t('vote.voted', { turnout, all: invited });
}

/** That of some ballots not all was counted; empty where all was. */
export function overWords({ over }: Pick<VoteResult, 'over'>): string {
  return over === null ? '' : t('vote.overCounted', { n: over });
}

/** Where all gave the same, everybody knows what everybody gave: it is better said. */
export function alikeWords({ turnout }: Pick<VoteResult, 'turnout'>): string {
  return t('vote.allAlike', { n: turnout ?? 0 });
}

/** What kind of vote it was, and that it was not held here where that is so. */
export function originWords({ method, imported }: Pick<VoteResult, 'method' | 'imported'>): string {
  const kind = t(method === 'recorded' ? 'vote.official' : 'vote.notOfficial');
  return imported ? `${kind} ${t('vote.imported')}` : kind;
}

const SHARES = { all: 'vote.shareAll', split: 'vote.shareSplit', one: 'vote.shareOne' } as const;

/** `word`: what the board calls its units. */
export function shareWords(share: Share, word: string): string {
  return share === null ? '' : t(SHARES[share], { word });
}

/** "up 2", against the earlier round. */
export function rankChangeWords({ rank, rankBefore }: Pick<ResultItem, 'rank' | 'rankBefore'>): string {
  if (rankBefore === null) return t('vote.isNew');
  if (rankBefore === rank) return t('vote.same');
  return rankBefore > rank
    ? t('vote.up', { n: rankBefore - rank })
    : t('vote.down', { n: rank - rankBefore });
}

export function unitWords({ id, name }: Pick<ResultUnit, 'id' | 'name'>, word: string): string {
  if (id === 'others') return t('vote.small', { word });
  return name ?? t('shell.noUnit', { word });
}

/** What an item says, with what became of it since it was voted on. */
export function itemWords({ text, gone, parts }: Pick<ResultItem, 'text' | 'gone' | 'parts'>): string {
  if (text === null) return t('vote.removedItem');
  if (gone !== null) return t(gone === 'parked' ? 'vote.itemParked' : 'vote.itemRemoved', { item: text });
  const quoted = parts.map((part) => t('vote.quotedItem', { item: part }));
  return quoted.length === 0
    ? text
    : t('vote.itemWithParts', { item: text, parts: writing().list(quoted, 'and') });
}

/** How many people gave it any; of what was merged only that they were not fewer. */
export function peopleWords({ voters, atLeast }: Pick<ResultItem, 'voters' | 'atLeast'>): string {
  return atLeast ? t('vote.atLeast', { n: voters }) : String(voters);
}

/** One decimal: more would claim what no vote can know. */
export function meanWords(mean: number | null | undefined): string {
  return mean === null || mean === undefined ? t('vote.unrated') : mean.toFixed(1);
}

/** What the length of a bar stands for, and the words at its end. */
export function barOf(
  item: ResultItem,
  method: VoteResult['method'],
): { readonly value: number; readonly words: string } {
  if (method !== 'rating') return { value: item.votes, words: String(item.votes) };
  const [mean = null] = item.means;
  return { value: mean ?? 0, words: meanWords(mean) };
}
