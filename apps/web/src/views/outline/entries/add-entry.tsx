import { TEXT_MAX, type NodeKind, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { kindToAdd, KINDS, kindsIn } from '../../../factors/kinds.ts';
import type { PastedFactors } from '../../../factors/paste/pasted-factors.ts';
import { isInField } from '../../../factors/cards/card-view.ts';
import { fetchPaste, takePaste } from '../../../factors/paste/take-paste.ts';
import { usePhase } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import type { OutlineControl } from '../use-outline-control.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';

const LIST = kindsIn('list');

/** One line that puts a new factor, outcome, issue or strategy on the map. */
export function AddEntry({ control }: { control: OutlineControl }) {
  const [text, setText] = useState('');
  const phase = usePhase();
  // What was chosen holds for the phase it was chosen in.
  const [choice, choose] = useState<{ readonly in: string | null; readonly kind: NodeKind } | null>(null);
  const here = phase?.id ?? null;
  const kind = choice?.in === here ? choice.kind : (kindToAdd(phase) ?? 'interfering');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '' && control.add(text.trim(), kind) !== null) setText('');
  };
  usePasteElsewhere((found) => control.addPasted(found, kind));
  return (
    <form className="add-entry" aria-label={t('outline.add')} onSubmit={submit}>
      <input
        dir="auto"
        className="input"
        aria-label={t('outline.addLabel')}
        placeholder={t(KINDS[kind].write)}
        value={text}
        maxLength={TEXT_MAX}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => takePaste(event, (found) => control.addPasted(found, kind))}
      />
      <select
        className="input"
        aria-label={t('outline.addKind')}
        value={kind}
        onChange={({ target }) => {
          const chosen = LIST.find((known) => known === target.value);
          if (chosen !== undefined) choose({ in: here, kind: chosen });
        }}
      >
        {LIST.map((known) => (
          <option key={known} value={known}>
            {t(KINDS[known].one)}
          </option>
        ))}
      </select>
      <Button type="submit" disabled={text.trim() === ''}>
        {t('outline.addButton')}
      </Button>
    </form>
  );
}

/** What is pasted while no field has the focus: one line is an entry, too. */
function usePasteElsewhere(add: (pasted: PastedFactors) => void): void {
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    fetchPaste();
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isInField(event.target)) return;
      takePaste(event, (found) => latest.current(found), 1);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}

type GroupFormProps = { onName: (name: string) => void; onClose: () => void };

/** Names a new group. */
export function GroupForm({ onName, onClose }: GroupFormProps) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (plainName(name) === '') return;
    onName(plainName(name));
    onClose();
  };
  return (
    <Dialog open title={t('outline.newGroupTitle')} closeLabel={t('outline.cancel')} onClose={onClose}>
      <form className="link-form" onSubmit={submit}>
        <Field label={t('outline.groupName')}>
          {(wiring) => (
            <input
              {...wiring}
              value={name}
              maxLength={TEXT_MAX}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={plainName(name) === ''}>
          {t('outline.createGroup')}
        </Button>
      </form>
    </Dialog>
  );
}
