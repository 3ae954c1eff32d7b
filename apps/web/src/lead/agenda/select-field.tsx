import { t, type PlainKey } from '@coherence/words';
import { Field } from '../../ui/field.tsx';

type SelectFieldProps<Value extends string> = {
  label: string;
  hint?: string;
  values: readonly Value[];
  words: Readonly<Record<Value, PlainKey>>;
  value: Value;
  onChoose: (value: Value) => void;
};

/** One of several words. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, values, value, onChoose } = props;
  const nameOf = (one: Value): PlainKey => props.words[one];
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <select
          {...wiring}
          value={value}
          onChange={({ target }) => {
            const chosen = values.find((one) => one === target.value);
            if (chosen !== undefined) onChoose(chosen);
          }}
        >
          {values.map((one) => (
            <option key={one} value={one}>
              {t(nameOf(one))}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
