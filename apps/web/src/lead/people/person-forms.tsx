import { NAME_MAX, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

type LineFormProps = {
  submit: string;
  primary?: boolean;
  onSubmit: () => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
};

/** A small form in the list: closes when what it asks for was done. */
function LineForm({ submit, primary = false, onSubmit, onClose, children }: LineFormProps) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const isDone = await onSubmit();
    setBusy(false);
    if (isDone) onClose();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves the form from any of its fields
    <form
      className="people-form"
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The dialog stays: only what was begun in it ends.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      {children}
      <div className="people-form-acts">
        <Button type="submit" variant={primary ? 'primary' : 'plain'} aria-disabled={busy}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}

type NameFieldProps = { label: string; value: string; onChange: (name: string) => void };

function NameField({ label, value, onChange }: NameFieldProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          value={value}
          maxLength={NAME_MAX}
          autoComplete="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
          autoFocus
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type UnitFieldProps = {
  units: readonly UnitMark[];
  word: string;
  value: string;
  focused?: boolean;
  onChange: (unit: string) => void;
};

function UnitField({ units, word, value, focused = false, onChange }: UnitFieldProps) {
  return (
    <Field label={t('people.theirUnit', { word })}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
          autoFocus={focused}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('shell.noUnit', { word })}</option>
          {units.map(({ id, name }) => (
            <option dir="auto" key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type RenameFormProps = { name: string; onRename: (name: string) => Promise<boolean>; onClose: () => void };

export function RenameForm({ name, onRename, onClose }: RenameFormProps) {
  const [value, setValue] = useState(name);
  const [isMissing, setMissing] = useState(false);
  const rename = async () => {
    setMissing(plainName(value) === '');
    return plainName(value) !== '' && onRename(plainName(value));
  };
  return (
    <LineForm submit={t('people.renameNow')} onSubmit={rename} onClose={onClose}>
      <NameField label={t('people.newName')} value={value} onChange={setValue} />
      <p className="field-error people-form-error" role="alert">
        {isMissing && plainName(value) === '' ? t('shell.needName') : ''}
      </p>
    </LineForm>
  );
}

type MoveFormProps = {
  unit: string;
  units: readonly UnitMark[];
  word: string;
  onMove: (unit: string) => Promise<boolean>;
  onClose: () => void;
};

export function MoveForm({ unit, units, word, onMove, onClose }: MoveFormProps) {
  const [value, setValue] = useState(unit);
  return (
    <LineForm submit={t('people.moveNow')} onSubmit={() => onMove(value)} onClose={onClose}>
      <UnitField focused units={units} word={word} value={value} onChange={setValue} />
      <p className="field-hint">{t('people.moveHint')}</p>
    </LineForm>
  );
}

type AddFormProps = {
  units: readonly UnitMark[];
  word: string;
  onAdd: (name: string, unit: string) => Promise<boolean>;
  onClose: () => void;
};

/** A person who dictates: on the board as everybody else, without a device. */
export function AddForm({ units, word, onAdd, onClose }: AddFormProps) {
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [isMissing, setMissing] = useState(false);
  const add = async () => {
    setMissing(plainName(name) === '');
    return plainName(name) !== '' && onAdd(plainName(name), unit);
  };
  return (
    <LineForm primary submit={t('people.addNow')} onSubmit={add} onClose={onClose}>
      <p>{t('people.addHint')}</p>
      <div className="people-form-fields">
        <NameField label={t('people.theirName')} value={name} onChange={setName} />
        <UnitField units={units} word={word} value={unit} onChange={setUnit} />
      </div>
      <p className="field-error people-form-error" role="alert">
        {isMissing && plainName(name) === '' ? t('shell.needName') : ''}
      </p>
    </LineForm>
  );
}
