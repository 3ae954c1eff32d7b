import {
  NAME_MAX,
  QUESTION_MAX,
  TITLE_MAX,
  UNIT_WORDS,
  UNITS_MAX,
  type AgendaTemplate,
  type Anonymity,
  type UnitWord,
  plainName,
} from '@coherence/board';
import { readUnits } from '@coherence/lists';
import { t } from '@coherence/words';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { markUnits } from '../../factors/units/mark-units.ts';
import { Button } from '../../ui/button.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { navigate } from '../../frame/navigation.tsx';
import { Page, useTitle } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { warmBoard } from '../warm-board.ts';
import { AgendaChoice, ShownChoice } from './agenda-choice.tsx';
import { makeBoard } from './make-board.ts';
import { sayFailure } from '../../live/failure.ts';
import './create-screen.css';

type Faults = { title: string | null; units: string | null; whole: string | null };
const NO_FAULTS: Faults = { title: null, units: null, whole: null };

export function CreateScreen() {
  useTitle(t('create.title'));
  useEffect(warmBoard, []);
  const [title, setTitle] = useState('');
  const [question, setQuestion] = useState('');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [agenda, setAgenda] = useState<AgendaTemplate>('half-day');
  const [identity, setIdentity] = useState<Anonymity>('unit');
  const [word, setWord] = useState<UnitWord>('unit');
  const [unitLines, setUnitLines] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState(NO_FAULTS);
  const units = readUnits({ text: unitLines });
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // What has to be mended may stand far above the button that was pressed.
    if (faults.title !== null || faults.units !== null)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const make = async () => {
    const found: Faults = {
      title: plainName(title) === '' ? t('create.needTitle') : null,
      units:
        units.length > UNITS_MAX ? t('create.tooManyUnits', { max: UNITS_MAX, n: units.length, word }) : null,
      whole: null,
    };
    setFaults(found);
    if (found.title !== null || found.units !== null) return;
    setBusy(true);
    const answer = await makeBoard({ title, question, agenda, identity, units, unitWord: word, date, name });
    setBusy(false);
    if (answer.ok) navigate(paths.sheet(answer.value), { replace: true });
    else setFaults({ ...NO_FAULTS, whole: t('create.failed', { why: sayFailure(answer.error) }) });
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) void make();
  };

  return (
    <Page narrow>
      <h1>{t('create.title')}</h1>
      <form ref={form} className="page-form" onSubmit={submit} noValidate>
        <Field label={t('create.boardTitle')} hint={t('create.boardTitleHint')} error={faults.title}>
          {(wiring) => (
            <input
              {...wiring}
              value={title}
              maxLength={TITLE_MAX}
              placeholder={t('create.boardTitlePlaceholder', { word })}
              onChange={(event) => setTitle(event.target.value)}
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('create.question')} hint={t('create.questionHint')}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={2}
              value={question}
              maxLength={QUESTION_MAX}
              placeholder={t('create.questionPlaceholder')}
              onChange={(event) => setQuestion(event.target.value)}
            />
          )}
        </Field>
        <AgendaChoice value={agenda} onChoose={setAgenda} />
        <SelectField
          label={t('create.unitWord')}
          hint={t('create.unitWordHint')}
          values={UNIT_WORDS}
          nameOf={(one) => t('units.wordChoice', { word: one })}
          value={word}
          onChoose={setWord}
        />
        <Field label={t('create.units', { word })} hint={t('create.unitsHint')} error={faults.units}>
          {(wiring) => (
            <textarea
              {...wiring}
              rows={4}
              value={unitLines}
              onChange={(event) => setUnitLines(event.target.value)}
            />
          )}
        </Field>
        {units.length === 0 ? null : (
          <div className="create-units" aria-live="polite">
            <span>{t('create.unitsFound', { n: units.length, word })}</span>
            {units.length > UNITS_MAX
              ? null
              : markUnits(units.map((unit) => ({ ...unit, id: unit.name }))).map((unit) => (
                  <UnitChip key={unit.id} {...unit} />
                ))}
          </div>
        )}
        {agenda === 'blank' ? null : <ShownChoice word={word} value={identity} onChoose={setIdentity} />}
        <Field label={t('create.date')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input create-date"
              type="date"
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('join.name')} hint={t('join.nameHint')}>
          {(wiring) => (
            <input
              {...wiring}
              value={name}
              maxLength={NAME_MAX}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        {faults.whole === null ? null : (
          <p className="field-error" role="alert">
            {faults.whole}
          </p>
        )}
        <div className="page-actions">
          <Button type="submit" variant="primary" size="l" aria-disabled={busy}>
            {busy ? t('create.making') : t('create.submit')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
