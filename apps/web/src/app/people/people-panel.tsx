import { useState } from 'react';
import { unitMarks } from '../../factors/unit-marks.ts';
import { t } from '../../i18n/translate.ts';
import { pairingCode } from '../../live/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople, type Person } from '../../live/presence.ts';
import { useProjection } from '../../live/use-projection.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { onePerPerson, peopleByUnit } from './people-by-unit.ts';
import './people-panel.css';

/** Who is here now, by unit. Presence only: nothing of it is stored. */
export function PeoplePanel() {
  const units = useProjection(unitMarks);
  const people = onePerPerson(usePeople());
  const groups = peopleByUnit(people, [...units.keys()]);
  const present = groups.filter((group) => group.unit !== null).length;
  return (
    <div className="people">
      <p className="field-hint">
        {present === 0
          ? t('people.here', { n: people.length })
          : t('people.count', { n: people.length, units: t('people.units', { n: present }) })}
      </p>
      {groups.map((group) => {
        const unit = units.get(group.unit ?? '');
        return (
          <section key={group.unit ?? ''}>
            <h3>
              {unit === undefined ? null : <UnitChip {...unit} />}
              <span aria-hidden={unit !== undefined}>{unit?.name ?? t('people.noUnit')}</span>
              <span className="people-number">{group.people.length}</span>
            </h3>
            <ul>
              {group.people.map((person) => (
                <PersonLine key={person.participantId} person={person} />
              ))}
            </ul>
          </section>
        );
      })}
      <SecondDevice />
    </div>
  );
}

function PersonLine({ person }: { person: Person }) {
  const name = person.name ?? t('people.noName');
  const remarks = [
    person.here ? t('people.you') : null,
    person.role === 'participant' ? null : t(`join.${person.role}`),
  ].filter((remark) => remark !== null);
  return (
    <li>
      <Avatar name={name} letters={person.name === null ? '–' : null} colour={person.colour} />
      <span className="people-name">{name}</span>
      {remarks.length === 0 ? null : <span className="people-remark">{remarks.join(', ')}</span>}
    </li>
  );
}

function SecondDevice() {
  const board = useLive();
  const [pair, setPair] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const ask = async () => {
    const answer = await pairingCode(board.id, board.me.token);
    if (answer.ok) setPair(answer.value.pair);
    setError(answer.ok ? null : t('people.secondFailed', { why: answer.error.message }));
  };
  return (
    <section className="people-second" aria-live="polite">
      {pair === null ? (
        <Button onClick={() => void ask()}>{t('people.second')}</Button>
      ) : (
        <>
          <p>{t('people.secondHint')}</p>
          <p className="people-pair">{pair}</p>
          <p className="field-hint">{t('people.secondLasts')}</p>
        </>
      )}
      {error === null ? null : <p className="field-error">{error}</p>}
    </section>
  );
}
