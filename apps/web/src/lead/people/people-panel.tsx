import { t } from '@coherence/words';
import { Suspense } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useLive, useTransport } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { FollowAvatar } from '../../together/follow/follow-avatar.tsx';
import { UnitChip } from '../../ui/chip.tsx';
import { onePerPerson, peopleByUnit } from '../../live/people/people-by-unit.ts';
import { SecondDevice } from './second-device.tsx';
import './people-panel.css';

const LeadPanel = lazyPart(() => import('./lead-panel.tsx'), 'LeadPanel', [
  'attention',
  'paste',
  'people',
  'units',
]);

/** Who is here, by unit; for facilitators everyone who belongs here, and what can be done about it. */
export function PeoplePanel() {
  const isLead = useLive().role === 'facilitator';
  const isPlain = useTransport() === 'streamed';
  return (
    <>
      {isLead ? (
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <LeadPanel />
        </Suspense>
      ) : (
        <PeopleHere />
      )}
      {isPlain ? <p className="field-hint">{t('shell.plainRequests')}</p> : null}
    </>
  );
}

function PeopleHere() {
  const units = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const people = onePerPerson(usePeople());
  const groups = peopleByUnit(people, [...units.keys()]);
  const present = groups.filter((group) => group.unit !== null).length;
  return (
    <div className="people">
      <p className="field-hint">
        {present === 0
          ? t('shell.peopleHere', { n: people.length })
          : t('people.count', { n: people.length, units: t('units.count', { n: present, word }) })}
      </p>
      {groups.map((group) => {
        const unit = units.get(group.unit ?? '');
        return (
          <section key={group.unit ?? ''}>
            <h3>
              {unit === undefined ? null : <UnitChip {...unit} />}
              <span dir="auto" className="people-unit" aria-hidden={unit !== undefined}>
                {unit?.name ?? t('shell.noUnit', { word })}
              </span>
              <span className="people-number">{group.people.length}</span>
            </h3>
            <ul>
              {group.people.map(({ participantId, name, colour, role, here }) => (
                <li key={participantId}>
                  <FollowAvatar
                    participantId={participantId}
                    canFollow={!here}
                    name={name ?? t('shell.noName')}
                    letters={name === null ? '–' : null}
                    colour={colour}
                  />
                  <span dir="auto" className="people-name">
                    {name ?? t('shell.noName')}
                  </span>
                  <span className="people-remark">
                    {[here ? t('people.you') : null, role === 'participant' ? null : t(`join.role_${role}`)]
                      .filter((remark) => remark !== null)
                      .join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <SecondDevice />
    </div>
  );
}
