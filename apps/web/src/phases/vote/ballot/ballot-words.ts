import {
  FLOOR,
  hasFloor,
  isCast,
  type Ballot,
  type BallotFit,
  type OpenRound,
  type Session,
} from '@coherence/board';
import type { SavedState } from '@coherence/protocol';
import { t, writing } from '@coherence/words';
import type { Place } from '../../../live/device/keeping.ts';

/** Dots this ballot has given. */
export function dotsSpent(ballot: Ballot): number {
  return Object.values(ballot).reduce((sum, [dots = 0]) => sum + dots, 0);
}

/** What the round is about, for who does not vote in it. */
export function aboutWords({ method, items, budget, perItem }: OpenRound): string {
  if (method === 'dots') return t('vote.about', { items: items.length, n: budget, perItem });
  return method === 'rating' ? t('vote.aboutRating', { items: items.length }) : t('vote.official');
}

/** How much of the ballot is done. */
export function ballotProgress(round: OpenRound, ballot: Ballot): string {
  const { method, budget, items, questions } = round;
  const left = budget - dotsSpent(ballot);
  if (method === 'dots')
    return left < 0 ? t('vote.dotsTooMany', { n: -left }) : t('vote.dotsLeft', { n: left, budget });
  if (method === 'recorded') return '';
  const each = Math.max(1, questions.length);
  const marks = Object.entries(ballot)
    .filter(([id]) => items.includes(id))
    .reduce((sum, [, given]) => sum + given.filter((mark) => mark > 0).length, 0);
  const all = items.length * each;
  return t(each === 1 ? 'vote.rated' : 'vote.answered', { n: marks, all });
}

/**
 * Which dots are too many, where several devices of one person gave more together than the round allows; empty where none
 * are. `wordsOf`: the words of an item.
 */
export function tooManyWords({ back }: Pick<BallotFit, 'back'>, wordsOf: (item: string) => string): string {
  if (back.length === 0) return '';
  const from = back.map(({ item, dots }) => t('vote.backFrom', { n: dots, item: wordsOf(item) }));
  return t('vote.takeTheseBack', { from: writing().list(from, 'and') });
}

/** Who will see what of a ballot; `unit` is the voter's, null for none, `word` what the board calls its units. */
export function promiseWords(
  { method, identity }: OpenRound,
  attending: Session['attending'],
  unit: string | null,
  word: string,
): string {
  if (method === 'recorded') return t('vote.byName');
  if (!hasFloor(identity)) return t('vote.open');
  if (identity === 'anonymous') return t('vote.blindAnonymous', { word });
  if (method === 'rating') return t('vote.blindRating');
  const isSmall = unit !== null && (attending[unit] ?? 0) < FLOOR;
  return t(isSmall ? 'vote.blindSmall' : 'vote.blindUnit', { word });
}

/** Whether what was given has reached the server; `place`: where it is until then. */
export function keptWords(saved: SavedState | null, ballot: Ballot, place: Place): string {
  const kept = t('vote.kept', { place });
  switch (saved?.kind) {
    case undefined:
      return '';
    case 'saved':
      return isCast(ballot) ? t('vote.saved') : t('vote.nothingYet');
    case 'saving':
      return t('vote.saving');
    case 'connecting':
    case 'offline':
      return saved.edits > 0 ? kept : isCast(ballot) ? t('vote.saved') : t('vote.nothingYet');
    case 'not-saved':
      return saved.why === 'cannot-store' ? t('vote.notTaken') : kept;
    case 'refused':
      return kept;
  }
}
