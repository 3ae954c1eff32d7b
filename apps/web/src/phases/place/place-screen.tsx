import { placeFactor, teamOf, type Column, type Row } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { placeName } from '../../factors/place-words.ts';
import { PhaseBar } from '../phase-bar.tsx';
import type { PhaseProps } from '../phase-kind.ts';
import { teamWords } from '../../together/team/team-names.ts';
import { useJoinTeam } from '../../together/team/use-join-team.ts';
import { dealtNotes, isPlaced, nextToPlace, type DealtNote } from './dealt-notes.ts';
import { GridOverview } from './grid-overview.tsx';
import { NoteToPlace } from './note-to-place.tsx';
import { OwnNotes } from './own-notes.tsx';
import './place.css';

const GridView = lazyPart(() => import('../../views/grid/grid-view.tsx'), 'GridView');

/** Where one places what was dealt to one's team. Who has nothing dealt works in the grid itself. */
export function PlaceScreen({ phase }: PhaseProps) {
  const { me, role } = useLive();
  const { deal } = useSession();
  const isDealt = deal?.phase === phase.id;
  const mine = isDealt ? teamOf(deal, me.participantId) : null;
  useJoinTeam(isDealt ? deal : null);
  const snapshot = useSnapshot();
  const notes = mine === null ? [] : dealtNotes(snapshot, mine.team.items);
  if (mine === null || notes.length === 0) {
    return (
      <>
        {role === 'facilitator' ? null : <PhaseBar phase={phase} />}
        <GridView />
      </>
    );
  }
  return (
    <TeamWork
      notes={notes}
      phase={phase.id}
      withUnits={phase.identity !== 'anonymous'}
      people={mine}
      question={phase.prompt}
    />
  );
}

type TeamWorkProps = {
  notes: readonly DealtNote[];
  phase: string;
  withUnits: boolean;
  people: NonNullable<ReturnType<typeof teamOf>>;
  question: string;
};

function TeamWork({ notes, phase, withUnits, people, question }: TeamWorkProps) {
  const { me } = useLive();
  const here = usePeople();
  const operate = useOperation();
  const [chosen, setChosen] = useState(() => nextToPlace(notes, null));
  const [said, setSaid] = useState('');
  const [hasMoved, setMoved] = useState(false);
  const note = notes.find(({ id }) => id === chosen) ?? null;
  const placed = notes.filter(isPlaced).length;

  const choose = (id: string | null): void => {
    setMoved(true);
    setChosen(id);
  };
  const put = (row: Row, column: Column): void => {
    if (note === null) return;
    operate((doc) => placeFactor(doc, { id: note.id, row, column, phase, by: me.participantId }));
    setSaid(t('place.saidPlaced', { place: placeName({ row, column }) }));
    choose(nextToPlace(notes, note.id));
  };
  const next = note === null ? null : nextToPlace(notes, note.id);

  return (
    <section className="place" aria-label={t('place.title')}>
      <header className="place-head">
        <p>
          <strong>{teamWords(people, me.participantId, here)}</strong>{' '}
          <span className="place-quiet">{t('place.progress', { placed, all: notes.length })}</span>
        </p>
        {question === '' ? null : <p className="place-quiet">{question}</p>}
      </header>
      <div className="place-work">
        {note === null ? (
          <div className="place-note place-done">
            <h2>{t('place.allPlaced')}</h2>
            <p>{t('place.allPlacedHint')}</p>
          </div>
        ) : (
          <NoteToPlace
            key={note.id}
            note={note}
            withUnits={withUnits}
            isLast={next === null}
            takesFocus={hasMoved}
            onPlace={put}
            onSkip={next === null ? null : () => choose(next)}
          />
        )}
        <div className="place-beside">
          <GridOverview />
          <OwnNotes notes={notes} current={chosen} onChoose={choose} />
        </div>
      </div>
      <output className="visually-hidden">{said}</output>
    </section>
  );
}
