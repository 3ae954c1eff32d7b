import { writeCsv } from '@coherence/lists';
import { t, writing } from '@coherence/words';
import { useState } from 'react';
import { download } from '../../../export/download.ts';
import type { UnitMark } from '../../../factors/units/unit-marks.ts';
import type { BoardPerson } from '../../../live/server/api.ts';
import { useSession } from '../../../live/document/use-session.ts';
import { Button } from '../../../ui/button.tsx';
import type { PeopleControl } from '../use-people-control.ts';
import { sheetName, sheetTime, attendanceRows } from './attendance-rows.ts';
import { ExpectedForm } from './expected-form.tsx';
import { matchExpected } from './match-expected.ts';
import { serverClock } from '../../../live/server/server-clock.ts';
import './attendance.css';

type AttendanceProps = { control: PeopleControl; units: readonly UnitMark[]; word: string };

/** Who should be here and who is: kept with the session, taken away as a sheet. */
export function Attendance({ control, units, word }: AttendanceProps) {
  const { expected } = useSession();
  const [isEditing, setEditing] = useState(false);
  if (control.everybody === null) return <p>{t('shell.loading')}</p>;
  const people = control.everybody
    .filter(({ role }) => role !== 'display')
    .toSorted((a, b) => Number(a.name === '') - Number(b.name === '') || writing().compare(a.name, b.name));
  const names = new Map(units.map(({ id, name, letters }) => [id, [name, letters]]));
  const found = matchExpected(expected, people, names);
  const unitName = (id: string) => names.get(id)?.[0] ?? '';
  const save = () => {
    const rows = attendanceRows(found, unitName, {
      columns: [
        t('people.csvName'),
        t('shell.unit', { word }),
        t('people.csvRole'),
        t('people.csvJoined'),
        t('people.csvStatus'),
      ],
      role: (role) => t(`join.role_${role}`),
      time: sheetTime,
      status: {
        joined: t('people.csvIsHere'),
        missing: t('people.csvIsMissing'),
        unexpected: expected.length === 0 ? '' : t('people.csvIsUnexpected'),
      },
    });
    const type = 'text/csv;charset=utf-8';
    download(new Blob([writeCsv(rows)], { type }), sheetName(serverClock.now()));
  };
  const nameOf = ({ name }: BoardPerson) => (name === '' ? t('shell.noName') : name);

  return (
    <div className="attendance">
      <div className="lead-head">
        <p className="attendance-count" aria-live="polite">
          {expected.length === 0
            ? t('people.nobodyExpected', { n: people.length })
            : t('people.hereOfExpected', { here: found.joined.length, n: expected.length })}
        </p>
        <div className="people-form-acts">
          <Button aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
            {expected.length === 0 ? t('people.expectSome') : t('people.expectChange')}
          </Button>
          <Button onClick={save}>{t('people.csv')}</Button>
        </div>
      </div>
      {isEditing ? (
        <ExpectedForm
          expected={expected}
          word={word}
          units={[...names.values()].flat()}
          onSave={control.expect}
          onClose={() => setEditing(false)}
        />
      ) : null}
      {found.missing.length === 0 ? null : (
        <section>
          <h3>
            {t('people.missing')} <span className="people-number">{found.missing.length}</span>
          </h3>
          <ul>
            {found.missing.map(({ expected: line, near }) => (
              <li key={`${line.name} ${line.unit}`}>
                <span dir="auto" className="attendance-name">
                  {line.name}
                </span>
                <span className="people-remark">{line.unit}</span>
                {near === null ? null : (
                  <span className="attendance-near">
                    {t('people.near', { name: nameOf(near) })}
                    <Button onClick={() => void control.rename(near.id, line.name)}>
                      {t('people.nearYes', { name: line.name })}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.joined.length === 0 ? null : (
        <section>
          <h3>
            {t('people.joined')} <span className="people-number">{found.joined.length}</span>
          </h3>
          <ul>
            {found.joined.map(({ person }) => (
              <PersonHere key={person.id} name={nameOf(person)} unit={unitName(person.unit)} />
            ))}
          </ul>
        </section>
      )}
      {found.unexpected.length === 0 || expected.length === 0 ? null : (
        <section>
          <h3>
            {t('people.unexpected')} <span className="people-number">{found.unexpected.length}</span>
          </h3>
          <ul>
            {found.unexpected.map((person) => (
              <PersonHere key={person.id} name={nameOf(person)} unit={unitName(person.unit)} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function PersonHere({ name, unit }: { name: string; unit: string }) {
  return (
    <li>
      <span dir="auto" className="attendance-name">
        {name}
      </span>
      <span className="people-remark">{unit}</span>
    </li>
  );
}
