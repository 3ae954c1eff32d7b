import { t } from '@coherence/words';
import { useCallback, useEffect, useState } from 'react';
import { notify } from '../../frame/notices.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { sayFailure } from '../../live/failure.ts';
import { everybody, type BoardPerson } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { NewPersonDialog } from './new-person-dialog.tsx';

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
    const unit = marks.get(found?.unit ?? '')?.name ?? t('write.noUnit');
    if (found === undefined || found.name === '') return t('write.noName', { unit });
    return t('write.person', { name: found.name, unit });
  };
  const others = people.filter((one) => one.id !== me.participantId && one.role === 'participant');
  return { others, nameOf, reload };
}

type WriteForProps = { people: People; chosen: string | null; onChoose: (id: string | null) => void };

/** Whose note the next one is: one's own, or of somebody who dictates. */
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
