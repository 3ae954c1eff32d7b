import { peopleOfTable, readPasted, tableOf, type ColumnChoice } from '@coherence/lists';
import { t } from '@coherence/words';
import { useRef, useState, type ClipboardEvent, type SubmitEvent } from 'react';
import { ColumnsDialog } from '../../../factors/paste/columns-dialog.tsx';
import { pastedIn } from '../../../factors/paste/take-paste.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { EXPECTED_MAX, readExpected, writeExpected, type Expected } from './match-expected.ts';

type ExpectedFormProps = {
  expected: readonly Expected[];
  word: string;
  /** What the units of the board are called. */
  units: readonly string[];
  onSave: (expected: readonly Expected[]) => Promise<boolean>;
  onClose: () => void;
};

/** The list of who is expected, pasted as lines. */
export function ExpectedForm({ expected, word, units, onSave, onClose }: ExpectedFormProps) {
  const [lines, setLines] = useState(() => writeExpected(expected));
  const [busy, setBusy] = useState(false);
  const [table, setTable] = useState<readonly (readonly string[])[] | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const read = readExpected({ text: lines }, units);
  const isTooLong = read.length > EXPECTED_MAX;
  const save = async () => {
    setBusy(true);
    const isSaved = await onSave(read);
    setBusy(false);
    if (isSaved) onClose();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = tableOf(readPasted(pastedIn(event.clipboardData)).rows);
    if (pasted === null) return;
    event.preventDefault();
    setTable(pasted);
  };
  const take = (choice: ColumnChoice) => {
    const people = writeExpected(peopleOfTable(table ?? [], choice));
    const at = field.current?.selectionStart ?? lines.length;
    const [before, after] = [lines.slice(0, at), lines.slice(field.current?.selectionEnd ?? at)];
    setLines(
      [before, people, after]
        .map((part) => part.replaceAll(/^\n+|\n+$/g, ''))
        .filter(Boolean)
        .join('\n'),
    );
    setTable(null);
  };
  const form = (
    <form
      className="people-form"
      noValidate
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (!busy && !isTooLong) void save();
      }}
    >
      <Field
        label={t('people.expected')}
        hint={t('people.expectedHint', { word })}
        error={isTooLong ? t('people.expectedTooMany', { max: EXPECTED_MAX, n: read.length }) : null}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            ref={field}
            rows={8}
            onPaste={onPaste}
            value={lines}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
            autoFocus
            onChange={(event) => setLines(event.target.value)}
          />
        )}
      </Field>
      <div className="people-form-acts">
        <Button type="submit" variant="primary" aria-disabled={busy || isTooLong}>
          {t('people.expectedSave', { n: read.length })}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
  return (
    <>
      {form}
      {table === null ? null : (
        <ColumnsDialog table={table} of="people" word={word} onChosen={take} onClose={() => setTable(null)} />
      )}
    </>
  );
}
