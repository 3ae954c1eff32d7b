import type { VoteResult, RecordedResult } from '@coherence/board';
import { t } from '@coherence/words';
import { useMeta } from '../../../live/document/use-projection.ts';
import { PagedRows } from './paged-rows.tsx';
import { barOf, rankChangeWords, itemWords, shareWords } from './result-words.ts';

type RankedBarsProps = {
  result: VoteResult;
  /** Null: all of them, not in pages. */
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
};

/** The ranking as bars with numbers at their ends; ties share a rank. */
export function RankedBars({ result, page, onPages }: RankedBarsProps) {
  const { method, before } = result;
  const { unitWord: word } = useMeta();
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
            <span dir="auto" className="bar-words">
              {itemWords(item)}
            </span>
            <span className="bar-line">
              <span className="bar" style={{ width: `${(value / longest) * 100}%` }} aria-hidden />
              <strong dir="auto" className="bar-number">
                {words}
              </strong>
            </span>
            {before === null ? null : <span className="bar-change">{rankChangeWords(item)}</span>}
            {withShare ? <span className="bar-share">{shareWords(item.share, word)}</span> : null}
          </li>
        );
      })}
      {without === 0 ? null : <li className="bar-rest">{t('vote.nobody', { n: without })}</li>}
    </PagedRows>
  );
}

const WORDS = { yes: 'vote.yes', no: 'vote.no', abstain: 'vote.abstain' } as const;

type RecordedProps = {
  recorded: RecordedResult;
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
};

/** A vote by name: the totals, and who said what. */
export function Recorded({ recorded, page, onPages }: RecordedProps) {
  const { totals, names } = recorded;
  const { unitWord: word } = useMeta();
  const nameOf = (name: string): string => (name.trim() === '' ? t('vote.nameless') : name);
  return (
    <div className="recorded">
      <p className="recorded-totals">{t('vote.totals', totals)}</p>
      {page === null ? (
        <table className="result-table">
          <thead>
            <tr>
              <th scope="col">{t('vote.name')}</th>
              <th scope="col">{t('shell.unit', { word })}</th>
              <th scope="col">{t('vote.said')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ name, unit, choice }, index) => (
              <tr key={index}>
                <th dir="auto" scope="row">
                  {nameOf(name)}
                </th>
                <td>{unit ?? t('shell.noUnit', { word })}</td>
                <td>{t(WORDS[choice])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <PagedRows className="recorded-rows" page={page} onPages={onPages}>
          {names.map(({ name, unit, choice }, index) => (
            <li key={index} className="plot-row">
              <strong>{t(WORDS[choice])}</strong>
              <span dir="auto" className="bar-words">
                {nameOf(name)}
              </span>
              <span className="bar-share">{unit ?? ''}</span>
            </li>
          ))}
        </PagedRows>
      )}
    </div>
  );
}
