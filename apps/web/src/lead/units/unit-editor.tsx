import { t } from '@coherence/words';
import { addUnits, setMeta, UNIT_WORDS } from '@coherence/board';
import { readUnits } from '@coherence/lists';
import { useId, useState, type SubmitEvent } from 'react';
import { notify } from '../../frame/notices.ts';
import { useCommand } from '../../frame/use-command.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { unitFacts } from './unit-facts.ts';
import { UnitLine } from './unit-line.tsx';
import './unit-editor.css';

/** The units of the board: name, letters, tier and order; merging what people added twice; who may add more. */
export function UnitEditor({ people }: { people: readonly { readonly unit: string }[] }) {
  const send = useCommand((why) => t('units.failed', { why }));
  const run = useOperation();
  const meta = useMeta();
  const units = useProjection(unitFacts);
  const [lines, setLines] = useState('');
  const openId = useId();
  const word = meta.unitWord;
  const marks = useProjection(unitMarks);

  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const found = readUnits({ text: lines });
    if (found.length === 0) return;
    const there = new Set(units.map((one) => one.id));
    const ids = run((doc) => addUnits(doc, found));
    if (ids === null) return;
    setLines('');
    notify(t('units.added', { n: ids.filter((one) => !there.has(one)).length }));
  };
  const merge = async (from: string, into: string) => {
    const nameOf = (unit: string) => units.find((one) => one.id === unit)?.name ?? '';
    const words = { name: nameOf(from), into: nameOf(into) };
    if (await send({ type: 'merge-units', from, into })) notify(t('units.merged', words));
  };

  return (
    <div className="unit-editor">
      <div className="unit-rules">
        <SelectField
          label={t('units.word')}
          values={UNIT_WORDS}
          nameOf={(one) => t('units.wordChoice', { word: one })}
          value={word}
          onChoose={(chosen) => run((doc) => setMeta(doc, { unitWord: chosen }))}
        />
        <div className="unit-open">
          <input
            id={openId}
            type="checkbox"
            checked={meta.unitsOpen}
            aria-describedby={`${openId}-hint`}
            onChange={({ target }) => run((doc) => setMeta(doc, { unitsOpen: target.checked }))}
          />
          <label htmlFor={openId}>{t('units.open')}</label>
          <p id={`${openId}-hint`} className="field-hint">
            {t('units.openHint')}
          </p>
        </div>
      </div>
      {units.length === 0 ? <p>{t('units.empty')}</p> : null}
      <ol className="unit-lines">
        {units.map((unit, index) => {
          const mark = marks.get(unit.id);
          return mark === undefined ? null : (
            <UnitLine
              key={unit.id}
              unit={unit}
              mark={mark}
              people={people.filter((one) => one.unit === unit.id).length}
              others={units.filter((one) => one.id !== unit.id)}
              above={units[index - 1]?.id ?? null}
              // Before the one after the next: one place down.
              below={index === units.length - 1 ? undefined : (units[index + 2]?.id ?? null)}
              onMerge={(into) => merge(unit.id, into)}
            />
          );
        })}
      </ol>
      <form className="unit-add" onSubmit={add} noValidate>
        <Field label={t('units.add', { word })} hint={t('units.addHint')}>
          {(wiring) => (
            <textarea {...wiring} rows={2} value={lines} onChange={({ target }) => setLines(target.value)} />
          )}
        </Field>
        <Button type="submit" disabled={lines.trim() === ''}>
          {t('units.addNow')}
        </Button>
      </form>
    </div>
  );
}
