import { useId, type CSSProperties, type ReactNode } from 'react';
import { tip } from './tips/tip.ts';
import './css/choices.css';

type Choice<Value> = {
  readonly value: Value;
  readonly label: ReactNode;
  /** What it is called where the label is a drawing. */
  readonly name?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
};

type ChoicesProps<Value> = {
  /** Names the question; not shown. */
  legend: string;
  choices: readonly Choice<Value>[];
  /** Null: none of them. */
  value: Value | null;
  onChoose: (value: Value) => void;
  disabled?: boolean;
  className?: string;
};

/** One of a few: radio buttons that look like a row or list of words. */
export function Choices<Value extends string | number>(props: ChoicesProps<Value>) {
  const { legend, choices, value, onChoose, disabled = false, className } = props;
  const name = useId();
  return (
    <fieldset className={['choices', className].filter(Boolean).join(' ')} disabled={disabled}>
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label
          dir="auto"
          key={choice.value}
          className={['choice', choice.className].filter(Boolean).join(' ')}
          style={choice.style}
          {...tip(choice.name)}
        >
          <input
            type="radio"
            className="choice-input"
            name={name}
            aria-label={choice.name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
