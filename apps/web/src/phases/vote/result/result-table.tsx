import type { VoteResult } from '@coherence/board';
import { t } from '@coherence/words';
import { useMeta } from '../../../live/document/use-projection.ts';
import { rankChangeWords, itemWords, meanWords, peopleWords, shareWords, unitWords } from './result-words.ts';

/** The same as the bars or the plot, and the votes of each unit, as a table. */
export function ResultTable({ result }: { result: VoteResult }) {
  const { items, units, questions, method, before } = result;
  const { unitWord: word } = useMeta();
  const isRating = method === 'rating';
  const isTwofold = questions.length > 1;
  const withShare = items.some(({ share }) => share !== null);
  const heads = isRating
    ? questions.length === 0
      ? [t('vote.average')]
      : questions.map((question) => t('vote.averageOf', { question }))
    : [t('vote.votes')];
  return (
    // Wider than a phone, it scrolls by itself, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls
    <section className="result-scroll" aria-label={t('vote.result')} tabIndex={0}>
      <table className="result-table">
        <thead>
          <tr>
            <th scope="col">{isTwofold ? t('vote.number') : t('vote.rank')}</th>
            <th scope="col">{t('vote.item')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="result-figure">
                {head}
              </th>
            ))}
            <th scope="col" className="result-figure">
              {t('vote.people')}
            </th>
            {before === null ? null : <th scope="col">{t('vote.before')}</th>}
            {units.map((unit) => (
              <th key={unit.id} scope="col" className="result-figure">
                {t('vote.unitHead', { unit: unitWords(unit, word), n: unit.voters })}
              </th>
            ))}
            {withShare ? <th scope="col">{t('vote.shareHead')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <tr key={item.id}>
              <td className="result-figure">{isTwofold ? index + 1 : item.rank}</td>
              <th dir="auto" scope="row">
                {itemWords(item)}
              </th>
              {isRating ? (
                heads.map((head, question) => (
                  <td key={head} className="result-figure">
                    {meanWords(item.means[question])}
                  </td>
                ))
              ) : (
                <td className="result-figure">{item.votes}</td>
              )}
              <td className="result-figure">{peopleWords(item)}</td>
              {before === null ? null : <td>{rankChangeWords(item)}</td>}
              {units.map(({ id }) => (
                <td key={id} className="result-figure">
                  {item.byUnit[id] ?? 0}
                </td>
              ))}
              {withShare ? <td>{shareWords(item.share, word)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
