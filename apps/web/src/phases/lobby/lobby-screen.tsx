import { may } from '@coherence/protocol';
import { isolated, t } from '@coherence/words';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useLive } from '../../live/live-context.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { useKeyboardInset } from '../../ui/use-keyboard-inset.ts';
import { attendingByUnit } from '../../together/counts/attending.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { NoteComposer } from '../write/notes/note-composer.tsx';
import { OwnNotes } from '../write/notes/own-notes.tsx';
import { PRACTICE, usePracticeNotes } from './practice-notes.ts';
import { useWordsAtHand } from '../write/notes/words-at-hand.ts';
import { keptWhere } from '../../live/device/keeping.ts';
import './lobby.css';
import '../write/write.css';

/** Before it begins: one is in, who else is, what is planned, and a note to try it with. */
export function LobbyScreen({ phase }: PhaseProps) {
  const { me, role } = useLive();
  const { question } = useMeta();
  const marks = useProjection(unitMarks);
  const inset = useKeyboardInset();
  const unit = marks.get(me.unit ?? '')?.name ?? null;
  const who = [me.name, unit]
    .flatMap((words) => (words === null || words === '' ? [] : [isolated(words)]))
    .join(', ');
  return (
    <section className="lobby" aria-labelledby="lobby-title" style={{ paddingBottom: inset }}>
      <div className="lobby-in">
        <h2 id="lobby-title">{t('write.inLobby')}</h2>
        <p>{who}</p>
        {question === '' ? null : (
          <p dir="auto" className="write-question">
            {question}
          </p>
        )}
        {phase.prompt === '' ? null : <p dir="auto">{phase.prompt}</p>}
      </div>
      {may(role, 'write') ? <Practice /> : null}
      <Plan />
      {/* Last: it grows while people come. */}
      <Here />
    </section>
  );
}

function Practice() {
  const { id } = useLive();
  const store = usePracticeNotes(id);
  const [{ text }, setHand] = useWordsAtHand(`${id}/practice`, { text: '', row: null, column: null });
  return (
    <section className="lobby-practice" aria-labelledby="practice-title">
      <h3 id="practice-title">{t('write.practice')}</h3>
      <p className="field-hint">{t('write.practiceHint', { place: keptWhere('small') })}</p>
      <NoteComposer
        text={text}
        onText={(words) => setHand({ text: words })}
        onAdd={(texts) =>
          store.add(texts.map((words) => ({ text: words, row: null, column: null, for: null, show: null })))
        }
        placeholder={t('write.placeholder')}
        status={store.notes.length === 0 ? null : t('write.practiceDone')}
      />
      <OwnNotes store={store} phase={PRACTICE} optionalPlace hasPlace={false} />
    </section>
  );
}

function Here() {
  const session = useSession();
  const marks = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const { lines, people } = attendingByUnit(session, [...marks.keys()], false);
  return (
    <section aria-labelledby="here-title">
      <h3 id="here-title">{t('write.here', { n: people })}</h3>
      <ul className="lobby-units">
        {lines.map(({ unit, count }) => (
          <li key={unit ?? ''}>
            {t('write.hereLine', {
              unit: marks.get(unit ?? '')?.name ?? t('shell.noUnit', { word }),
              n: count,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Plan() {
  const { agenda } = useSession();
  return (
    <section aria-labelledby="plan-title">
      <h3 id="plan-title">{t('write.plan')}</h3>
      <ol className="lobby-plan">
        {agenda.map(({ id, title, minutes }) => (
          <li key={id}>
            <span dir="auto">{title}</span>
            {minutes === 0 ? null : <span>{t('write.minutes', { n: minutes })}</span>}
          </li>
        ))}
      </ol>
      <details className="write-promise">
        <summary>{t('write.whatStored')}</summary>
        <p>{t('write.storedHow', { place: keptWhere() })}</p>
      </details>
    </section>
  );
}
