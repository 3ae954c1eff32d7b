import { AGENDA_TEMPLATES, currentPhase, minutesOf, templateLength, type Phase } from '@coherence/board';
import { templateAgenda } from '../../together/template-agenda.ts';
import { t } from '@coherence/words';
import { useLayoutEffect, useRef, useState } from 'react';
import { sayFailure } from '../../live/failure.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useServerTime } from '../../together/clock/use-server-time.ts';
import { plannedEnds } from '../../together/clock/phase-times.ts';
import { type Outcome, useOptimisticAgenda } from './optimistic-agenda.ts';
import {
  addPhase,
  duplicatePhase,
  movePhase,
  putBack,
  removePhase,
  replaceRest,
  type AgendaEdit,
} from './agenda-edits.ts';
import { FileButtons } from './file-buttons.tsx';
import { PhaseForm } from './phase-form.tsx';
import { PhaseRow } from './phase-row.tsx';
import { clockOf, nextQuarter, timeOn, timeWords } from './start-time.ts';
import './agenda.css';

const MINUTE_MS = 60_000;

/** `undo`: takes the last removal back. */
type EditorMessage = { readonly words: string; readonly undo: AgendaEdit | null };

/** Where facilitators plan a session, and change it while it runs. */
export function AgendaEditor({ onClose }: { onClose: () => void }) {
  const { optimistic, agenda } = useOptimisticAgenda();
  const session = useSession();
  const isOn = session.phase?.id ?? null;
  const [open, setOpen] = useState<string | null>(isOn);
  const [message, setMessage] = useState<EditorMessage | null>(null);
  const now = useServerTime(() => MINUTE_MS / 2);
  const [start, setStart] = useState(() => clockOf(nextQuarter(now)));
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ id: string; part: string } | null>(null);
  const other = useLastEditor();

  const edit = async (change: AgendaEdit): Promise<Outcome> => {
    const outcome = await optimistic.apply(change);
    if (outcome.kind === 'refused')
      setMessage({ words: t('agenda.notChanged', { why: sayFailure(outcome.failed) }), undo: null });
    return outcome;
  };
  const replace = (phases: readonly Phase[]) => {
    const before = agenda;
    void edit(replaceRest(phases, isOn));
    setMessage({
      words: t(isOn === null ? 'agenda.replaced' : 'agenda.replacedRest'),
      undo: before.length === 0 ? null : replaceRest(before, isOn),
    });
  };
  const remove = (phase: Phase) => {
    const behind = agenda[agenda.indexOf(phase) + 1]?.id ?? null;
    void edit(removePhase(phase.id));
    setOpen(null);
    setMessage({ words: t('agenda.removed', { title: phase.title }), undo: putBack(phase, behind) });
  };
  const add = () => {
    const adding = addPhase({ kind: 'write', title: t('agenda.newTitle') });
    void edit(adding);
    setOpen(adding([]).at(0)?.id ?? null);
  };
  const move = (id: string, by: -1 | 1) => {
    const part = document.activeElement?.getAttribute('data-part') ?? 'name';
    moved.current = { id, part };
    void edit(movePhase(id, by));
  };

  // A row that changes its place takes the focus along.
  useLayoutEffect(() => {
    const { id = '', part = '' } = moved.current ?? {};
    moved.current = null;
    const row = list.current?.querySelector(`[data-phase="${CSS.escape(id)}"] [data-part="${part}"]`);
    if (row instanceof HTMLElement) row.focus();
  }, [agenda]);

  const ends = plannedEnds({ ...session, agenda: [...agenda] }, timeOn(now, start), now);
  const lastEnd = ends.get(agenda.at(-1)?.id ?? '');
  return (
    <Dialog
      open
      wide
      title={t('agenda.heading')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <FileButtons
          agenda={agenda}
          onOpen={replace}
          onFailed={(words) => setMessage({ words, undo: null })}
        />
      }
    >
      <div className="agenda-top">
        <p>
          {agenda.length === 0 ? null : (
            <strong>{t('agenda.total', { n: agenda.length, minutes: minutesOf(agenda) })}</strong>
          )}
          {lastEnd === undefined ? null : <span>{t('agenda.endsAt', { time: timeWords(lastEnd) })}</span>}
        </p>
        {currentPhase(session) !== null || agenda.length === 0 ? null : (
          <label className="agenda-start">
            <span>{t('agenda.startsAt')}</span>
            <input
              dir="auto"
              type="time"
              className="input"
              value={start}
              onChange={({ target }) => {
                if (target.value !== '') setStart(target.value);
              }}
            />
          </label>
        )}
      </div>
      <p className="agenda-quiet">{t('agenda.saving')}</p>
      <div className="agenda-told" aria-live="polite">
        {message === null ? null : (
          <>
            <span dir="auto">{message.words}</span>
            {message.undo === null ? null : (
              <Button
                onClick={() => {
                  if (message.undo !== null) void edit(message.undo);
                  setMessage(null);
                }}
              >
                {t('agenda.undo')}
              </Button>
            )}
          </>
        )}
      </div>
      {agenda.length === 0 ? <Begin onBegin={replace} /> : null}
      <ol ref={list} className="agenda-list">
        {agenda.map((phase, index) => {
          const end = ends.get(phase.id);
          return (
            <PhaseRow
              key={phase.id}
              phase={phase}
              place={index + 1}
              count={agenda.length}
              isOn={phase.id === isOn}
              isOpen={open === phase.id}
              ends={end === undefined ? '' : timeWords(end)}
              onOpen={() => setOpen(open === phase.id ? null : phase.id)}
              onMove={(by) => move(phase.id, by)}
              onDuplicate={() => void edit(duplicatePhase(phase.id))}
              onRemove={() => remove(phase)}
            >
              <PhaseForm phase={phase} optimistic={optimistic} other={other} onEdit={edit} />
            </PhaseRow>
          );
        })}
      </ol>
      <Button onClick={add}>{t('agenda.add')}</Button>
    </Dialog>
  );
}

const TITLES = {
  'half-day': 'create.halfDay',
  'ninety-minutes': 'create.ninetyMinutes',
  'network-day': 'create.networkDay',
} as const;

function Begin({ onBegin }: { onBegin: (phases: readonly Phase[]) => void }) {
  const { unitWord: word } = useMeta();
  return (
    <div className="agenda-begin">
      <p>{t('agenda.empty')}</p>
      <div className="agenda-buttons">
        {AGENDA_TEMPLATES.map((template) => {
          if (template === 'blank') return null;
          const { minutes } = templateLength(template);
          const words = { title: t(TITLES[template]), minutes };
          return (
            <Button key={template} onClick={() => onBegin(templateAgenda(template, word))}>
              {t('agenda.begin', words)}
            </Button>
          );
        })}
      </div>
    </div>
  );
}

/** Who changed the agenda last, by name where it is known. */
function useLastEditor(): string {
  const { by } = useSession().agendaRevision;
  const { me } = useLive();
  const people = usePeople();
  if (by === me.participantId) return t('agenda.somebody');
  return people.find(({ participantId }) => participantId === by)?.name ?? t('agenda.somebody');
}
