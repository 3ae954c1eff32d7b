import { t } from '@coherence/words';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useLive } from '../../live/live-context.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { Choices } from '../../ui/choices.tsx';
import { Attendance } from './attendance/attendance.tsx';
import { RosterList } from './roster-list.tsx';
import { usePeopleControl } from './use-people-control.ts';
import './lead-panel.css';

const UnitEditor = lazyPart(() => import('../units/unit-editor.tsx'), 'UnitEditor', ['people', 'units']);

const PARTS = ['people', 'attendance', 'units'] as const;
type Part = (typeof PARTS)[number];

/** What a facilitator does with people: who they are, who should be here, and in which units. */
export function LeadPanel() {
  const { me } = useLive();
  const control = usePeopleControl();
  const units = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const [part, setPart] = useState<Part>('people');
  const frame = { control, units: [...units.values()], word };
  return (
    <div className="lead-panel">
      <Choices
        className="lead-parts"
        legend={t('people.parts')}
        value={part}
        onChoose={setPart}
        choices={PARTS.map((value) => ({
          value,
          label: value === 'units' ? t('units.title', { word }) : t(`people.part_${value}`),
        }))}
      />
      <p className="field-error lead-error" role="alert">
        {control.error}
      </p>
      {part === 'people' ? <RosterList {...frame} own={me.participantId} /> : null}
      {part === 'attendance' ? <Attendance {...frame} /> : null}
      {part === 'units' ? (
        <Suspense fallback={<p>{t('shell.loading')}</p>}>
          <UnitEditor people={control.everybody ?? []} />
        </Suspense>
      ) : null}
    </div>
  );
}
