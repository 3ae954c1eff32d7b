import { readDoor, spacedCode, type DoorReading } from '@coherence/protocol';
import { t } from '@coherence/words';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { navigate, navigateInvited } from '../../frame/navigation.tsx';
import { paths } from '../../frame/routes.ts';
import './code-form.css';

/**
 * The field for a code: what is typed or pasted may be the code as people write it, a link, or the whole invitation that
 * names one. It begins with the code that failed, so that one letter of it can be mended.
 */
export function CodeForm({ focused = false, failed = '' }: { focused?: boolean; failed?: string }) {
  const [typed, setTyped] = useState(() => spacedCode(failed));
  const [error, setError] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setError(enter(readDoor(typed)));
  };

  const take = (value: string) => {
    const reading = readDoor(value);
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

/** Goes to the door, or says why there is none. */
function enter(door: DoorReading): string | null {
  switch (door.kind) {
    case 'code':
      navigate(paths.join(door.code));
      return null;
    case 'invite':
      navigateInvited(door.board, door.invite);
      return null;
    case 'board':
      navigate(paths.board(door.board));
      return null;
    case 'length':
      return t('start.codeShort', { n: door.length });
    case 'letters':
      return t('start.codeLetters', { letters: door.letters });
    case 'nothing':
      return t('start.codeNone');
  }
}
