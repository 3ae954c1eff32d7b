import type { RecordedResult } from '@coherence/board';
import { t } from '../../../i18n/with-vote.ts';
import { PagedRows } from './paged-rows.tsx';

const WORDS = { yes: t('vote.yes'), no: t('vote.no'), abstain: t('vote.abstain') } as const;

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
                <td>{WORDS[choice]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <PagedRows className="recorded-rows" page={page} onPages={onPages}>
          {names.map(({ name, unit, choice }, index) => (
            <li key={index} className="plot-row">
              <strong>{WORDS[choice]}</strong>
              <span className="bar-words">{nameOf(name)}</span>
              <span className="bar-share">{unit ?? ''}</span>
            </li>
          ))}
        </PagedRows>
      )}
    </div>
  );
}
