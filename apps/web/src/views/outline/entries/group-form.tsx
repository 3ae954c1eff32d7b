import { TEXT_MAX } from '@coherence/board';
import { t } from '@coherence/words';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';

type GroupFormProps = { onName: (name: string) => void; onClose: () => void };

/** Names a new group. */
export function GroupForm({ onName, onClose }: GroupFormProps) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog open title={t('outline.newGroupTitle')} closeLabel={t('outline.cancel')} onClose={onClose}>
      <form className="link-form" onSubmit={submit}>
        <Field label={t('outline.groupName')}>
          {(wiring) => (
            <input
              {...wiring}
              value={name}
              maxLength={TEXT_MAX}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={name.trim() === ''}>
          {t('outline.createGroup')}
        </Button>
      </form>
    </Dialog>
  );
}
