import type { RecordedResult } from '@coherence/board';
import { t } from '@coherence/words';
import { PagedRows } from './paged-rows.tsx';

const WORDS = { yes: 'vote.yes', no: 'vote.no', abstain: 'vote.abstain' } as const;

type RecordedProps = {
  recorded: RecordedResult;
  page: number | null;
  onPages: ((pages: number) => void) | undefined;
};

/** A vote by name: the totals, and who said what. */
export function Recorded({ recorded, page, onPages }: RecordedProps) {
  const { totals, names } = recorded;
  const nameOf = (name: string): string => (name.trim() === '' ? t('vote.nameless') : name);
  return (
    <div className="recorded">
      <p className="recorded-totals">{t('vote.totals', totals)}</p>
      {page === null ? (
        <table className="result-table">
          <thead>
            <tr>
              <th scope="col">{t('vote.name')}</th>
              <th scope="col">{t('vote.unit')}</th>
              <th scope="col">{t('vote.said')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map(({ name, unit, choice }, index) => (
              <tr key={index}>
                <th scope="row">{nameOf(name)}</th>
                <td>{unit ?? t('vote.noUnit')}</td>
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
              <span className="bar-words">{nameOf(name)}</span>
              <span className="bar-share">{unit ?? ''}</span>
            </li>
          ))}
        </PagedRows>
      )}
    </div>
  );
}
