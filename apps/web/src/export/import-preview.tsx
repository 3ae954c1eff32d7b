import { t } from '@coherence/words';
import { sayRefusedFile } from '@coherence/words/refused-file';
import { countsOf, isList } from './board-file-counts.ts';
import type { ImportOutcome } from './read-file.ts';

/** What a file would add, or where and why it cannot be read. */
export function ImportPreview({ outcome }: { outcome: ImportOutcome }) {
  return outcome.kind === 'read' ? <Adds outcome={outcome} /> : <Refused outcome={outcome} />;
}

function Adds({ outcome }: { outcome: Extract<ImportOutcome, { kind: 'read' }> }) {
  const { file, report } = outcome.imported;
  const counts = countsOf(file);
  return (
    <>
      <p>{t('transfer.adds', { file: outcome.name })}</p>
      {counts.length === 0 ? (
        <p>{t('transfer.nothingNew')}</p>
      ) : (
        <ul className="import-counts">
          {counts.map(({ list, n }) => (
            <li key={list}>{t(`transfer.list_${list}`, { n })}</li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('transfer.becomes')}</summary>
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t('transfer.inFile')}</th>
              <th scope="col">{t('transfer.onBoard')}</th>
            </tr>
          </thead>
          <tbody>
            {report.map((row) => (
              <tr key={`${row.from} ${row.to}`}>
                <td>{row.from}</td>
                <td>{becomes(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function becomes({ to, count }: { to: string | null; count: number }): string {
  if (to === null) return t('transfer.leftOut', { n: count });
  return isList(to) ? t(`transfer.list_${to}`, { n: count }) : `${count} ${to}`;
}

function Refused({ outcome }: { outcome: Extract<ImportOutcome, { kind: 'refused' }> }) {
  const { failure, name } = outcome;
  const { problems, hint } = sayRefusedFile(t, failure);
  return (
    <div role="alert" className="import-refused">
      <p>
        <strong>{t('transfer.broken', { file: name })}</strong>
      </p>
      <ul>
        {problems.map(({ where, message }) => (
          <li key={`${where} ${message}`}>
            {where === '' ? null : <code>{where}</code>} {message}
          </li>
        ))}
      </ul>
      <p>{hint}</p>
    </div>
  );
}
