import { editUnit, moveUnit, NAME_MAX, removeUnits, TIERS, type Unit } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useId, useState } from 'react';
import { notify } from '../../frame/notices.ts';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { Button } from '../../ui/button.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { UnitFacts } from './unit-facts.ts';
import { tip } from '../../ui/tips/tip.ts';

const SHORT_MAX = 60;

type UnitLineProps = {
  unit: UnitFacts;
  mark: UnitMark;
  people: number;
  others: readonly Unit[];
  /** What it would stand before when moved up; null: it is the first. */
  above: string | null;
  /** What it would stand before when moved down, null: at the end; undefined: it is the last. */
  below: string | null | undefined;
  onMerge: (into: string) => Promise<void>;
};

/** One unit: its words at hand, everything else in its menu. */
export function UnitLine({ unit, mark, people, others, above, below, onMerge }: UnitLineProps) {
  const run = useOperation();
  const [isMerging, setMerging] = useState(false);
  const { id, name } = unit;
  const facts = {
    people: t('units.people', { n: people }),
    factors: t('units.factors', { n: unit.factors }),
  };
  const isFree = people === 0 && unit.isUnnamed;
  const remove = () => {
    run((doc) => removeUnits(doc, [id]));
    notify(t('units.removed', { name }));
  };
  return (
    <li className="unit-line">
      <UnitChip {...mark} />
      <Words
        className="unit-name"
        label={t('units.nameOf', { name })}
        value={unit.whole.name}
        max={NAME_MAX}
        onSave={(next) => next !== '' && run((doc) => editUnit(doc, id, { name: next })) !== null}
      />
      <Words
        className="unit-short"
        label={t('units.shortOf', { name })}
        value={unit.whole.short ?? ''}
        placeholder={mark.letters}
        max={SHORT_MAX}
        onSave={(next) => run((doc) => editUnit(doc, id, { short: next === '' ? null : next })) !== null}
      />
      <select
        className="input"
        aria-label={t('units.tierOf', { name })}
        value={unit.tier ?? ''}
        onChange={({ target }) => {
          const tier = TIERS.find((one) => one === target.value) ?? null;
          run((doc) => editUnit(doc, id, { tier }));
        }}
      >
        <option value="">{t('units.noTier')}</option>
        {TIERS.map((tier) => (
          <option key={tier} value={tier}>
            {t(`shell.tier_${tier}`)}
          </option>
        ))}
      </select>
      <span className="unit-facts">{t('units.facts', facts)}</span>
      <span className="unit-acts">
        <Button
          variant="quiet"
          aria-label={t('units.up', { name })}
          {...tip(t('units.up', { name }))}
          disabled={above === null}
          onClick={() => run((doc) => moveUnit(doc, id, above))}
        >
          ↑
        </Button>
        <Button
          variant="quiet"
          aria-label={t('units.down', { name })}
          {...tip(t('units.down', { name }))}
          disabled={below === undefined}
          onClick={() => below !== undefined && run((doc) => moveUnit(doc, id, below))}
        >
          ↓
        </Button>
        <Menu
          variant="quiet"
          align="end"
          label={t('units.more')}
          name={t('units.moreName', { name })}
          items={[
            { label: t('units.merge'), disabled: others.length === 0, onSelect: () => setMerging(true) },
            {
              label: t('units.remove'),
              disabled: !isFree,
              ...(isFree ? {} : { hint: t('units.inUse') }),
              onSelect: remove,
            },
          ]}
        />
      </span>
      {isMerging ? (
        <MergeForm
          say={t('units.mergeSay', { ...facts, name })}
          label={t('units.mergeInto', { name })}
          others={others}
          onMerge={onMerge}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </li>
  );
}

type WordsProps = {
  label: string;
  value: string;
  max: number;
  placeholder?: string;
  className?: string;
  /** False: the words cannot be taken. The field goes back to what was, unless they are only still too long. */
  onSave: (value: string) => boolean;
};

/** A field that keeps what was typed when it is left or on Enter. */
function Words({ label, value, max, placeholder, className = '', onSave }: WordsProps) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const save = () => {
    const next = words.trim();
    if (next !== value && !onSave(next) && next.length <= max) setWords(value);
  };
  return (
    <input
      dir="auto"
      className={`input ${className}`}
      aria-label={label}
      value={words}
      maxLength={max}
      placeholder={placeholder}
      autoComplete="off"
      onChange={({ target }) => setWords(target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

type MergeFormProps = {
  say: string;
  label: string;
  others: readonly Unit[];
  onMerge: (into: string) => Promise<void>;
  onClose: () => void;
};

function MergeForm({ say, label, others, onMerge, onClose }: MergeFormProps) {
  const [into, setInto] = useState(others[0]?.id ?? '');
  const id = useId();
  return (
    <div className="unit-merge">
      <label dir="auto" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={into}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
        autoFocus
        onChange={({ target }) => setInto(target.value)}
      >
        {others.map((unit) => (
          <option dir="auto" key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <p>{say}</p>
      <div className="unit-merge-acts">
        <Button onClick={() => void onMerge(into).then(onClose)}>{t('units.mergeNow')}</Button>
        <Button variant="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </div>
    </div>
  );
}
