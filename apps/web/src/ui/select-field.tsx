import { Field } from './field.tsx';

type SelectFieldProps<Value extends string> = {
  label: string;
  hint?: string;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  value: Value;
  onChoose: (value: Value) => void;
};

/** One of several words. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, hint, values, nameOf, value, onChoose } = props;
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
            <option dir="auto" key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
