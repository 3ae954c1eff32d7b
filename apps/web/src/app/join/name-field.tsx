import { NAME_MAX } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import { Field } from '../../ui/field.tsx';

type NameFieldProps = { name: string; onName: (name: string) => void; hint?: string; error?: string | null };

/** Asks somebody for their own name. */
export function NameField({ name, onName, hint = t('join.nameHint'), error = null }: NameFieldProps) {
  return (
    <Field label={t('join.name')} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          value={name}
          maxLength={NAME_MAX}
          autoComplete="name"
          onChange={(event) => onName(event.target.value)}
        />
      )}
    </Field>
  );
}
