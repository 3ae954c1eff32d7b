import { plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useCallback, useEffect, useState, type FormEvent } from 'react';
import { notify } from '../../frame/notices.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { sayFailure } from '../../live/failure.ts';
import { everybody, type BoardPerson, command } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, focusFirst } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

const NEW = 'new';

export type People = {
  /** By id, without oneself. */
  readonly others: readonly BoardPerson[];
  nameOf(id: string): string;
  reload(): Promise<void>;
};

/** The people a facilitator may write for; nobody for everybody else. */
export function usePeopleToWriteFor(): People {
  const { id, me, role } = useLive();
  const marks = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const [people, setPeople] = useState<readonly BoardPerson[]>([]);
  const isFacilitator = role === 'facilitator';

  const reload = useCallback(async () => {
    if (!isFacilitator) return;
    const answer = await everybody(id, me.token);
    if (answer.ok) setPeople(answer.value.people);
    else notify(t('write.peopleFailed', { why: sayFailure(answer.error) }), 'wrong');
  }, [id, me.token, isFacilitator]);
  useEffect(() => void reload(), [reload]);

  const nameOf = (participant: string): string => {
    const found = people.find((person) => person.id === participant);
    const unit = marks.get(found?.unit ?? '')?.name ?? t('shell.noUnit', { word });
    if (found === undefined || found.name === '') return t('write.noName', { unit });
    return t('write.person', { name: found.name, unit });
  };
  const others = people.filter((one) => one.id !== me.participantId && one.role === 'participant');
  return { others, nameOf, reload };
}

type WriteForProps = { people: People; chosen: string | null; onChoose: (id: string | null) => void };

/** Whose note the next one is: one's own, or of a person who dictates. */
export function WriteFor({ people, chosen, onChoose }: WriteForProps) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <label className="write-for">
        <span>{t('write.forWhom')}</span>
        <select
          className="write-move"
          value={chosen ?? ''}
          onFocus={() => void people.reload()}
          onChange={({ target: { value } }) => {
            if (value === NEW) setAdding(true);
            else onChoose(value === '' ? null : value);
          }}
        >
          <option value="">{t('write.myself')}</option>
          {people.others.map(({ id }) => (
            <option key={id} value={id}>
              {people.nameOf(id)}
            </option>
          ))}
          <option value={NEW}>{t('write.newPerson')}</option>
        </select>
      </label>
      <NewPersonDialog
        open={isAdding}
        onClose={() => setAdding(false)}
        onAdded={async (id) => {
          await people.reload();
          onChoose(id);
        }}
      />
    </>
  );
}

type NewPersonDialogProps = {
  open: boolean;
  onClose: () => void;
  onAdded: (participant: string) => Promise<void>;
};

/** Brings somebody onto the board who has no device: a facilitator writes for them. */
function NewPersonDialog({ open, onClose, onAdded }: NewPersonDialogProps) {
  const { id, me } = useLive();
  const units = [...useProjection(unitMarks).values()];
  const { unitWord: word } = useMeta();
  const [why, setWhy] = useState<string | null>(null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, unit] = [plainName(String(fields.get('name') ?? '')), String(fields.get('unit') ?? '')];
    if (name === '') return setWhy(t('shell.needName'));
    const answer = await command(id, me.token, { type: 'add-person', name, unit });
    if (!answer.ok) return setWhy(t('write.newFailed', { why: sayFailure(answer.error) }));
    setWhy(null);
    await onAdded(answer.value.participantId);
    onClose();
  };

  return (
    <Dialog open={open} title={t('write.newTitle')} closeLabel={t('shell.close')} onClose={onClose}>
      <form className="new-person" onSubmit={(event) => void submit(event)}>
        <p className="field-hint">{t('write.newHint', { word })}</p>
        <Field label={t('write.newName')} error={why}>
          {(wiring) => (
            <input {...wiring} ref={focusFirst} type="text" name="name" autoComplete="off" maxLength={200} />
          )}
        </Field>
        <Field label={t('shell.unit', { word })}>
          {(wiring) => (
            <select {...wiring} name="unit">
              <option value="">{t('shell.noUnit', { word })}</option>
              {units.map((unit) => (
                <option dir="auto" key={unit.id} value={unit.id}>
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
