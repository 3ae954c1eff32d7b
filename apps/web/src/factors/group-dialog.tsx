import { plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, focusFirst } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import './group-dialog.css';

type GroupDialogProps = {
  /** The cards to group; null while nothing is asked. */
  ids: readonly string[] | null;
  onClose: () => void;
  onName: (name: string, ids: readonly string[]) => void;
};

/** Asks a name for the chosen cards. */
export function GroupDialog({ ids, onClose, onName }: GroupDialogProps) {
  const [name, setName] = useState('');
  const submit = (): void => {
    if (ids === null || plainName(name) === '') return;
    onName(plainName(name), ids);
    setName('');
    onClose();
  };
  return (
    <Dialog open={ids !== null} title={t('map.groupAsk')} closeLabel={t('map.cancel')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t('map.groupName')} hint={t('map.groupAskHint')}>
          {(wiring) => (
            <input
              {...wiring}
              ref={focusFirst}
              value={name}
              maxLength={200}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <p className="group-dialog-actions">
          <Button type="submit" variant="primary" disabled={plainName(name) === ''}>
            {t('map.groupMake')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
