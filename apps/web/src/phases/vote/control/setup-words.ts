import { suggestDots, votingTells, type BoardSnapshot, type Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { itemsOf, type Scope, type VoteSetup } from '../vote-setup.ts';

export const SCOPE_WORDS = {
  factors: 'vote.allFactors',
  interfering: 'vote.rowInterfering',
  integrative: 'vote.rowIntegrative',
  groups: 'vote.allGroups',
  strategies: 'vote.allStrategies',
  chosen: 'vote.chosen',
} as const satisfies Record<Scope, string>;

/** How a vote will go if it is opened as it is set up, or what keeps it from being opened. */
export function setupWords(
  snapshot: BoardSnapshot,
  setup: VoteSetup,
  { identity }: Pick<Phase, 'identity'>,
): string {
  if (setup.method === 'recorded') {
    if (identity === 'anonymous') return t('vote.anonymousMotion');
    return setup.question.trim() === '' ? t('vote.needsMotion') : t('vote.willRecord');
  }
  const items = itemsOf(snapshot, setup);
  const n = items.length;
  if (n === 0) return t('vote.nothingToVote');
  const on = t(SCOPE_WORDS[setup.scope], { n });
  if (setup.method === 'dots') {
    if (votingTells(identity, { method: 'dots', items })) return t('vote.oneItem');
    return t('vote.willDot', { on, n: setup.budget ?? suggestDots(n), perItem: setup.perItem });
  }
  const [first = '', second = ''] = setup.questions.map((one) => one.trim()).filter((one) => one !== '');
  if (first === '') return t('vote.willRate', { on });
  return second === '' ? t('vote.willRateOne', { on, first }) : t('vote.willRateTwo', { on, first, second });
}
