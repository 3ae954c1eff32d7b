import {
  factorsOfTable,
  guessColumns,
  peopleOfTable,
  type ColumnChoice,
  type ColumnUse,
} from '@coherence/lists';
import { t } from '@coherence/words';
import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import './columns-dialog.css';

type ColumnsDialogProps = {
  table: readonly (readonly string[])[];
  of: 'factors' | 'people';
  /** What a board calls its units. */
  word: string;
  onChosen: (choice: ColumnChoice) => void;
  onClose: () => void;
};

const USES = { factors: ['words', 'out'], people: ['name', 'unit', 'out'] } as const;
const SHOWN = 4;

/** Asks what the columns of a pasted table are, with its first rows before the person. */
export function ColumnsDialog({ table, of, word, onChosen, onClose }: ColumnsDialogProps) {
  const [choice, setChoice] = useState(() => guessColumns(table, of));
  const headingId = useId();
  const [heads = []] = table;
  const body = choice.hasHeading ? table.slice(1) : table;
  const n = of === 'factors' ? factorsOfTable(table, choice).length : peopleOfTable(table, choice).length;
  const nameOf = (at: number) =>
    choice.hasHeading && heads[at] ? heads[at] : t('paste.column', { n: at + 1 });
  const choose = (at: number, use: ColumnUse) =>
    setChoice({ ...choice, uses: choice.uses.map((was, other) => (other === at ? use : was)) });
  const sayUse = (use: ColumnUse) => (use === 'unit' ? t('shell.unit', { word }) : t(`paste.use_${use}`));
  return (
    <Dialog
      open
      wide
      title={t('paste.title')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={n === 0} onClick={() => onChosen(choice)}>
          {of === 'factors' ? t('paste.addFactors', { n }) : t('paste.addPeople', { n })}
        </Button>
      }
    >
      <p>{t('paste.hint')}</p>
      <div className="columns-table">
        <table>
          <thead>
            <tr>
              {heads.map((_, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- a column is its place
                <th key={at} scope="col" data-out={choice.uses[at] === 'out'}>
                  <select
                    className="input"
                    aria-label={nameOf(at)}
                    value={choice.uses[at]}
                    onChange={({ target }) => {
                      const use = USES[of].find((one) => one === target.value);
                      if (use !== undefined) choose(at, use);
                    }}
                  >
                    {USES[of].map((use) => (
                      <option key={use} value={use}>
                        {sayUse(use)}
                      </option>
                    ))}
                  </select>
                  <bdi>{nameOf(at)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.slice(0, SHOWN).map((row, line) => (
              // oxlint-disable-next-line react/no-array-index-key -- a row is its place
              <tr key={line}>
                {row.map((cell, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
                  <td key={at} dir="auto" data-out={choice.uses[at] === 'out'}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {body.length > SHOWN ? <p>{t('paste.more', { n: body.length - SHOWN })}</p> : null}
      <p className="columns-heading">
        <input
          id={headingId}
          type="checkbox"
          checked={choice.hasHeading}
          onChange={({ target }) => setChoice({ ...choice, hasHeading: target.checked })}
        />
        <label htmlFor={headingId}>{t('paste.heading')}</label>
      </p>
    </Dialog>
  );
}
