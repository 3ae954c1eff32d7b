import { useId, type ReactNode } from 'react';
import './css/field.css';

type Wiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
  className: string;
  /** What is typed turns as its own letters do. */
  dir: 'auto';
};

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  /** Gets what ties the control to its label, hint and error. */
  children: (wiring: Wiring) => ReactNode;
};

/** A labelled control with its hint and, when something is wrong, what is wrong. */
export function Field({ label, hint, error = null, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? null : `${id}-hint`;
  const errorId = error === null ? null : `${id}-error`;
  const describedBy = [hintId, errorId].filter((part) => part !== null).join(' ');
  return (
    <div className="field">
      <label dir="auto" className="field-label" htmlFor={id}>
        {label}
      </label>
      {hintId === null ? null : (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error !== null,
        className: 'input',
        dir: 'auto',
      })}
      {errorId === null ? null : (
        <p id={errorId} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
