import { workNow } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import type { UnitMark } from '../../factors/units/unit-marks.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { notify } from '../../frame/notices.ts';
import { attendingByUnit, useLeading } from '../../together/counts/attending.ts';
import { SecondDevice } from './second-device.tsx';
import { AddForm } from './person-forms.tsx';
import { PersonLine } from './person-line.tsx';
import { rosterOf } from './roster.ts';
import type { PeopleControl } from './use-people-control.ts';

type RosterListProps = {
  control: PeopleControl;
  units: readonly UnitMark[];
  word: string;
  /** Participant id of who looks. */
  own: string;
};

/** Everybody by unit, here, away or without a device. */
export function RosterList({ control, units, word, own }: RosterListProps) {
  const session = useSession();
  const [isAdding, setAdding] = useState(false);
  const unitIds = units.map(({ id }) => id);
  const work = workNow(session);
  const {
    people,
    units: present,
    lines,
  } = attendingByUnit(session, unitIds, work === 'write' || work === 'reveal', useLeading());
  if (control.everybody === null) return <p>{t('shell.loading')}</p>;
  const groups = rosterOf(control.everybody, control.present, unitIds, own);
  const add = async (name: string, unit: string) => {
    const isAdded = await control.add(name, unit);
    if (isAdded) notify(t('people.added', { name }));
    return isAdded;
  };
  return (
    <div className="people">
      <div className="lead-head">
        <p>
          {present === 0
            ? t('people.attending', { n: people })
            : t('people.count', { n: people, units: t('units.count', { n: present, word }) })}
        </p>
        <Button aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
          {t('people.add')}
        </Button>
      </div>
      {isAdding ? <AddForm units={units} word={word} onAdd={add} onClose={() => setAdding(false)} /> : null}
      {groups.map((group) => {
        const mark = units.find(({ id }) => id === group.unit);
        const line = lines.find(({ unit }) => unit === group.unit);
        const done = line?.done ?? null;
        return (
          <section key={group.unit ?? 'none'}>
            <h3>
              {mark === undefined ? null : <UnitChip {...mark} />}
              <span dir="auto" className="people-unit" aria-hidden={mark !== undefined}>
                {mark?.name ?? (group.unit === null ? t('shell.noUnit', { word }) : t('people.observers'))}
              </span>
              <span className="people-number">
                {[
                  done === null ? null : t('people.done', done),
                  t('people.hereOf', { here: group.here, count: group.people.length }),
                ]
                  .filter((words) => words !== null)
                  .join(', ')}
              </span>
            </h3>
            <ul>
              {group.people.map((person) => (
                <PersonLine key={person.id} person={person} units={units} word={word} control={control} />
              ))}
            </ul>
          </section>
        );
      })}
      <SecondDevice />
    </div>
  );
}
