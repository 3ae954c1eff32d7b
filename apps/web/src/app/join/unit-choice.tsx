import { NAME_MAX, UNITS_MAX } from '@coherence/board';
import { t } from '@coherence/words';
import { useId } from 'react';
import { markUnits } from '../../factors/units/mark-units.ts';
import type { UnitInfo } from '../../live/server/api.ts';
import { UnitChip } from '../../ui/chip.tsx';

/** A unit of the board by id, or the name of one that it does not have yet. */
export type ChosenUnit = { readonly id: string | null; readonly added: string };

const ANOTHER = 'another';

type UnitChoiceProps = {
  units: readonly UnitInfo[];
  /** What this board calls a unit. */
  word: string;
  /** A unit that is missing may be added. */
  mayAdd: boolean;
  chosen: ChosenUnit & { readonly another?: boolean };
  onChoose: (unit: ChosenUnit & { readonly another?: boolean }) => void;
};

/** The units of the board as large buttons (radio buttons underneath), and a field for one that is missing. */
export function UnitChoice({ units, word, mayAdd, chosen, onChoose }: UnitChoiceProps) {
  const group = useId();
  const hintId = useId();
  const canAdd = mayAdd && units.length < UNITS_MAX;
  const another = canAdd && (units.length === 0 || chosen.another === true);
  if (units.length === 0 && !canAdd) return null;
  return (
    <fieldset className="join-units" aria-describedby={hintId}>
      <legend>{t('join.unit', { word })}</legend>
      <p id={hintId} className="field-hint">
        {t('join.unitHint')}
      </p>
      {units.length === 0 ? null : (
        <div className="join-unit-list">
          {markUnits(units).map((unit) => (
            <label key={unit.id} className="join-unit">
              <input
                type="radio"
                name={group}
                checked={chosen.id === unit.id}
                onChange={() => onChoose({ id: unit.id, added: '' })}
              />
              <UnitChip {...unit} />
              <span dir="auto" aria-hidden>
                {unit.name}
              </span>
            </label>
          ))}
          {canAdd ? (
            <label className="join-unit">
              <input
                type="radio"
                name={group}
                value={ANOTHER}
                checked={another}
                onChange={() => onChoose({ id: null, added: '', another: true })}
              />
              <span>{t('join.addUnit')}</span>
            </label>
          ) : null}
        </div>
      )}
      {another ? (
        <input
          dir="auto"
          className="input"
          aria-label={t('join.newUnit', { word })}
          placeholder={t('join.newUnit', { word })}
          value={chosen.added}
          maxLength={NAME_MAX}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for
          autoFocus={chosen.another === true}
          onChange={(event) => onChoose({ id: null, added: event.target.value, another: true })}
        />
      ) : null}
    </fieldset>
  );
}
