import { mergeIntoBoard, ok, roomFor, type BoardFile } from '@coherence/board';
import { t } from '@coherence/words';
import { sayRefusedFile } from '@coherence/words/refused-file';
import { useEffect, useRef, useState } from 'react';
import { notify } from '../frame/notices.ts';
import { useOperation } from '../live/document/use-operation.ts';
import { useMeta } from '../live/document/use-projection.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { ImportOutcome } from './read-file.ts';
import { countsOf, isList } from './board-file-counts.ts';
import { serverClock } from '../live/server/server-clock.ts';
import './import-dialog.css';

type State = { kind: 'choosing' } | { kind: 'reading'; name: string } | ImportOutcome;

type ImportDialogProps = {
  open: boolean;
  /** The file it begins with; null: one is to be chosen. */
  file?: File | null;
  onClose: () => void;
};

/** Brings a file into this board: choose, look at what it adds, add. One undo step takes it back. */
export function ImportDialog({ open, file = null, onClose }: ImportDialogProps) {
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const input = useRef<HTMLInputElement>(null);
  const run = useOperation();

  useEffect(() => {
    if (!open) setState({ kind: 'choosing' });
  }, [open]);

  useEffect(() => {
    if (file !== null) void read(file, setState);
  }, [file]);

  const add = (file: BoardFile) => {
    const added = run((doc) => {
      const room = roomFor(doc, file);
      return room.ok ? ok(mergeIntoBoard(doc, file, serverClock.now())) : room;
    });
    if (added === null) return;
    notify(t('transfer.added'));
    onClose();
  };

  const chooseLabel = state.kind === 'choosing' ? t('transfer.choose') : t('transfer.another');
  const footer = (
    <>
      <Button variant={state.kind === 'read' ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
        {chooseLabel}
      </Button>
      {state.kind === 'read' ? (
        <Button variant="primary" onClick={() => add(state.imported.file)}>
          {t('transfer.add')}
        </Button>
      ) : null}
    </>
  );

  return (
    <Dialog
      open={open}
      title={t('transfer.importTitle')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={footer}
    >
      <div className="import" aria-live="polite">
        {state.kind === 'choosing' ? <p>{t('transfer.importHint')}</p> : null}
        {state.kind === 'reading' ? <p>{t('transfer.reading', { file: state.name })}</p> : null}
        {state.kind === 'read' || state.kind === 'refused' ? <ImportPreview outcome={state} /> : null}
      </div>
      <input
        ref={input}
        type="file"
        // Other files are taken, too: what they are, and what can be done, is said.
        accept=".json,.mmp,.prsm,.graphml,.gexf,.csv,.xlsx,application/json"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void read(chosen, setState);
          event.target.value = '';
        }}
      />
    </Dialog>
  );
}

async function read(file: File, show: (state: State) => void): Promise<void> {
  show({ kind: 'reading', name: file.name });
  const { readFile } = await import('./read-file.ts');
  show(await readFile(file));
}

/** What a file would add, or where and why it cannot be read. */
function ImportPreview({ outcome }: { outcome: ImportOutcome }) {
  return outcome.kind === 'read' ? <Adds outcome={outcome} /> : <Refused outcome={outcome} />;
}

function Adds({ outcome }: { outcome: Extract<ImportOutcome, { kind: 'read' }> }) {
  const { file, report } = outcome.imported;
  const counts = countsOf(file);
  const { unitWord: word } = useMeta();
  return (
    <>
      <p>{t('transfer.adds', { file: outcome.name })}</p>
      {counts.length === 0 ? (
        <p>{t('transfer.nothingNew')}</p>
      ) : (
        <ul className="import-counts">
          {counts.map(({ list, n }) => (
            <li key={list}>{t(`transfer.list_${list}`, { n, word })}</li>
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
                <td>{becomes(row, word)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function becomes({ to, count }: { to: string | null; count: number }, word: string): string {
  if (to === null) return t('transfer.leftOut', { n: count });
  return isList(to) ? t(`transfer.list_${to}`, { n: count, word }) : `${count} ${to}`;
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
