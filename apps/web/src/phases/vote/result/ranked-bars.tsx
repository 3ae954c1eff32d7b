import type { VoteResult } from '@coherence/board';
import { t } from '@coherence/words';
import { PagedRows } from './paged-rows.tsx';
import { barOf, changeWords, itemWords, shareWords } from './result-words.ts';

type RankedBarsProps = {
  result: VoteResult;
  /** Null: all of them, not in pages. */
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
};

/** The ranking as bars with numbers at their ends; ties share a rank. */
export function RankedBars({ result, page, onPages }: RankedBarsProps) {
  const { method, before } = result;
  const isDots = method === 'dots';
  const items = isDots ? result.items.filter(({ votes }) => votes > 0) : result.items;
  const without = result.items.length - items.length;
  const bars = items.map((item) => barOf(item, method));
  const longest = method === 'rating' ? 5 : Math.max(...bars.map(({ value }) => value), 1);
  const withShare = items.some(({ share }) => share !== null);
  const names = ['bars', withShare ? 'bars-shares' : '', before === null ? '' : 'bars-compared'];
  return (
    <PagedRows className={names.filter(Boolean).join(' ')} page={page} onPages={onPages}>
      {items.map((item, index) => {
        const { value, words } = bars[index] ?? { value: 0, words: '' };
        return (
          <li key={item.id} className="bar-row">
            <span className="bar-rank">{item.rank}</span>
            <span className="bar-words">{itemWords(item)}</span>
            <span className="bar-line">
              <span className="bar" style={{ width: `${(value / longest) * 100}%` }} aria-hidden />
              <strong className="bar-number">{words}</strong>
            </span>
            {before === null ? null : <span className="bar-change">{changeWords(item)}</span>}
            {withShare ? <span className="bar-share">{shareWords(item.share)}</span> : null}
          </li>
        );
      })}
      {without === 0 ? null : <li className="bar-rest">{t('vote.nobody', { n: without })}</li>}
    </PagedRows>
  );
}
