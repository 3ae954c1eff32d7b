import { may } from '@coherence/protocol';
import { t } from '@coherence/words';
import type { OwnChoice, Phase } from '@coherence/board';
import { useState } from 'react';
import { useLive } from '../../live/live-context.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { useKeyboardInset } from '../../ui/use-keyboard-inset.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { promptFor } from '../../factors/place.ts';
import type { PhaseProps } from '../phase-kind.ts';
import { TeamLine } from '../../together/team/team-line.tsx';
import type { NoteStore } from './notes/note-store.ts';
import { AskedQuestion } from './asked-question.tsx';
import { LateNotes } from './late-notes.tsx';
import { NoteComposer } from './notes/note-composer.tsx';
import { OwnNotes } from './notes/own-notes.tsx';
import { PlaceChoice, shortPlace } from './notes/place-choice.tsx';
import { PromiseLine, ShowMore, TooFewHere, useTooFew } from './promise-line.tsx';
import { useDone, type Done } from './use-done.ts';
import { usePrivateNotes } from './notes/use-private-notes.ts';
import { useWordsAtHand } from './notes/words-at-hand.ts';
import { Watching } from './watching.tsx';
import { usePeopleToWriteFor, WriteFor } from './write-for.tsx';
import { attendingByUnit, useLeading } from '../../together/counts/attending.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { UnitChip } from '../../ui/chip.tsx';
import { keptWhere } from '../../live/device/keeping.ts';
import './write.css';

/**
 * Writing alone: one's own notes, which nobody else is sent, and the field for the next one. Nobody waits for who leads:
 * they see for whom the room waits, by unit.
 */
export function WriteScreen({ phase }: PhaseProps) {
  const { role } = useLive();
  const store = usePrivateNotes(phase);
  if (!may(role, 'write')) return <Watching phase={phase} />;
  return store === null ? (
    <p className="shell-wait">{t('shell.opening')}</p>
  ) : (
    <Writing phase={phase} store={store} />
  );
}

function Writing({ phase, store }: { phase: Phase; store: NoteStore }) {
  const { id, me, role } = useLive();
  const leads = role === 'facilitator';
  const { question } = useMeta();
  const isRevealed = Object.hasOwn(useSession().revealed, phase.id);
  const people = usePeopleToWriteFor();
  const [forWhom, setForWhom] = useState<string | null>(null);
  const [hand, setHand] = useWordsAtHand(`${id}/${me.participantId}/${phase.id}`, {
    text: '',
    row: phase.cellRequired ? 'interfering' : null,
    column: phase.cellRequired ? 'purposes' : null,
  });
  const [show, setShow] = useState<OwnChoice | null>(null);
  const few = useTooFew(phase);
  const showMore = <ShowMore phase={phase} show={show} onShow={setShow} />;
  const done = useDone();
  const inset = useKeyboardInset();
  const chosen = shortPlace(hand);
  const choice = (
    <PlaceChoice row={hand.row} column={hand.column} optional={!phase.cellRequired} onChoose={setHand} />
  );

  const add = (texts: readonly string[]) =>
    store.add(
      texts.map((text) => ({
        text,
        row: hand.row,
        column: hand.column,
        for: forWhom,
        show: forWhom === null ? show : null,
      })),
    );

  return (
    <section
      className={inset > 0 ? 'write write-typing' : 'write'}
      aria-labelledby="write-title"
      style={{ paddingBottom: inset }}
    >
      <header className="write-head">
        <h2 id="write-title" dir="auto">
          {[phase.prompt, question, phase.title].find((words) => words !== '')}
        </h2>
        <p>{t(isRevealed ? 'write.again' : 'write.alone')}</p>
        {leads ? null : <TeamLine phase={phase} />}
      </header>
      <div className="write-scroll">
        {phase.cellRequired ? (
          choice
        ) : (
          <details className="write-where">
            <summary>
              {chosen === null ? t('write.where') : t('write.whereChosen', { place: chosen })}
            </summary>
            {choice}
          </details>
        )}
        {hand.row !== null && hand.column !== null ? (
          <p className="write-prompt">{promptFor({ row: hand.row, column: hand.column })}</p>
        ) : null}
        {isRevealed ? <LateNotes phase={phase.id} brief /> : null}
        <AskedQuestion />
        {few === null ? null : <TooFewHere few={few}>{showMore}</TooFewHere>}
        <OwnNotes
          store={store}
          phase={phase.id}
          optionalPlace={!phase.cellRequired}
          nameOf={people.nameOf}
          mayShow={phase.identity}
        />
        <PromiseLine phase={phase}>{few === null ? showMore : null}</PromiseLine>
        {leads ? <WhoWrites /> : null}
      </div>
      <div className="write-foot">
        {leads ? <WriteFor people={people} chosen={forWhom} onChoose={setForWhom} /> : null}
        <NoteComposer
          text={hand.text}
          onText={(text) => setHand({ text })}
          onAdd={add}
          placeholder={t('write.placeholder')}
          hint={leads ? null : doneHint(done)}
          status={<Status store={store} />}
        >
          {leads ? null : <DoneButton done={done} />}
        </NoteComposer>
      </div>
    </section>
  );
}

function doneHint({ isWaiting, isDone }: Done): string | null {
  if (isWaiting) return t('write.doneLater');
  return isDone ? t('write.doneHint') : null;
}

function Status({ store }: { store: NoteStore }) {
  const phone = useNarrow();
  const n = store.waiting.size;
  return (
    <>
      <span>{t('write.written', { n: store.notes.length })}</span>
      {n === 0 ? null : (
        <span className="note-waiting">
          {t('write.waiting', { n, place: keptWhere('documents', phone) })}
        </span>
      )}
    </>
  );
}

function DoneButton({ done }: { done: Done }) {
  return (
    <Button size="l" aria-pressed={done.isDone} onClick={() => done.set(!done.isDone)}>
      {done.isDone ? (
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden focusable="false">
          <path d="M2 7.5 5.5 11 12 3" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      ) : null}
      {t('write.done')}
    </Button>
  );
}

/** For who leads: how far each unit is, in lines that stay where they are while the counts grow. */
function WhoWrites() {
  const session = useSession();
  const marks = useProjection(unitMarks);
  const { unitWord: word } = useMeta();
  const { lines } = attendingByUnit(session, [...marks.keys()], true, useLeading());
  const writing = lines.filter(({ done }) => done !== null);
  return (
    <section className="write-who" aria-labelledby="who-writes">
      <h3 id="who-writes">{t('write.whoWrites')}</h3>
      {writing.length === 0 ? <p className="write-none">{t('write.nobodyWrites')}</p> : null}
      <ul>
        {writing.map(({ unit, done }) => {
          const mark = marks.get(unit ?? '');
          const left = (done?.count ?? 0) - (done?.done ?? 0);
          return (
            <li key={unit ?? ''}>
              {mark === undefined ? null : <UnitChip {...mark} />}
              <span dir="auto" className="write-who-unit" aria-hidden={mark !== undefined}>
                {mark?.name ?? t('shell.noUnit', { word })}
              </span>
              <span>{left === 0 ? t('write.allDone') : t('write.stillWriting', { n: left })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
