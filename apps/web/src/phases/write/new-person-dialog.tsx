import { t } from '@coherence/words';
import { useState, type FormEvent } from 'react';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { sayFailure } from '../../live/failure.ts';
import { command } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, focusFirst } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

type NewPersonDialogProps = {
  open: boolean;
  onClose: () => void;
  onAdded: (participant: string) => Promise<void>;
};

/** Brings somebody onto the board who has no device: a facilitator writes for them. */
export function NewPersonDialog({ open, onClose, onAdded }: NewPersonDialogProps) {
  const { id, me } = useLive();
  const units = [...useProjection(unitMarks).values()];
  const [why, setWhy] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, unit] = [String(fields.get('name') ?? '').trim(), String(fields.get('unit') ?? '')];
    if (name === '') return;
    const answer = await command(id, me.token, { type: 'add-person', name, unit });
    if (!answer.ok) return setWhy(t('write.newFailed', { why: sayFailure(answer.error) }));
    setWhy(null);
    await onAdded(answer.value.participantId);
    onClose();
  };

  return (
    <Dialog open={open} title={t('write.newTitle')} closeLabel={t('shell.close')} onClose={onClose}>
      <form className="new-person" onSubmit={(event) => void submit(event)}>
        <p className="field-hint">{t('write.newHint')}</p>
        <Field label={t('write.newName')} error={why}>
          {(wiring) => (
            <input {...wiring} ref={focusFirst} type="text" name="name" autoComplete="off" maxLength={200} />
          )}
        </Field>
        <Field label={t('write.newUnit')}>
          {(wiring) => (
            <select {...wiring} name="unit">
              <option value="">{t('write.noUnit')}</option>
              {units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit" variant="primary">
          {t('write.newAdd')}
        </Button>
      </form>
    </Dialog>
  );
}
