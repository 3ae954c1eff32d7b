import { t } from '@coherence/words';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { navigate } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import { readCode, spacedCode, type CodeReading } from '../../invite/join-code.ts';
import './code-form.css';

/**
 * The field for a code: what is typed or pasted may have any case, spaces, dashes, or be the whole address. It begins
 * with the code that failed, so that one letter of it can be mended.
 */
export function CodeForm({ focused = false, failed = '' }: { focused?: boolean; failed?: string }) {
  const [typed, setTyped] = useState(() => spacedCode(failed));
  const [error, setError] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const reading = readCode(typed);
    if (reading.kind === 'code') navigate(paths.join(reading.code));
    else setError(complaint(reading));
  };

  const take = (value: string) => {
    const reading = readCode(value);
    setTyped(reading.kind === 'code' && value.length > 7 ? spacedCode(reading.code) : value);
    setError(null);
  };

  return (
    <form className="code-form" onSubmit={submit} noValidate>
      <Field label={t('start.code')} hint={t('start.joinHint')} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            className="input code-input"
            value={typed}
            onChange={(event) => take(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen
            autoFocus={focused}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="l">
        {t('start.join')}
      </Button>
    </form>
  );
}

function complaint(reading: Exclude<CodeReading, { kind: 'code' }>): string {
  return reading.kind === 'length'
    ? t('start.codeShort', { n: reading.length })
    : t('start.codeLetters', { letters: reading.letters });
}
