import { unitMarks } from '../../factors/unit-marks.ts';
import { t } from '../../i18n/translate.ts';
import { colourOf, usePeople } from '../../live/presence.ts';
import { useProjection } from '../../live/use-projection.ts';
import { useTransport } from '../../live/use-saved.ts';
import { UnitChip } from '../../ui/chip.tsx';
import { onePerPerson, peopleByUnit } from './people-by-unit.ts';
import { PersonLine } from './person-line.tsx';
import { awayPeople } from './roster.ts';
import { SecondDevice } from './second-device.tsx';
import { usePeopleControl } from './use-people-control.ts';
import './people-panel.css';

/** Who is here now, by unit; for facilitators also who has been, and what each may do. */
export function PeoplePanel() {
  const units = useProjection(unitMarks);
  const people = onePerPerson(usePeople());
  const groups = peopleByUnit(people, [...units.keys()]);
  const control = usePeopleControl();
  const away = awayPeople(control?.everybody ?? [], new Set(people.map((one) => one.participantId)));
  const isPlain = useTransport() === 'streamed';
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
                <PersonLine key={person.participantId} person={person} control={control} />
              ))}
            </ul>
          </section>
        );
      })}
      {away.length === 0 ? null : (
        <section>
          <h3>
            {t('people.away')}
            <span className="people-number">{away.length}</span>
          </h3>
          <ul>
            {away.map(({ id, name, role }) => (
              <PersonLine
                key={id}
                person={{ participantId: id, name: name || null, colour: colourOf(id), role, here: false }}
                control={control}
              />
            ))}
          </ul>
        </section>
      )}
      {control === null || control.error === null ? null : (
        <p className="field-error" role="alert">
          {control.error}
        </p>
      )}
      <SecondDevice />
      {isPlain ? <p className="field-hint">{t('shell.plainRequests')}</p> : null}
    </div>
  );
}
