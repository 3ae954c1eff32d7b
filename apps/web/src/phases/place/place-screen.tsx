import { placeFactor, teamOf, type Column, type Row, COLUMNS, gridOf, ROWS } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useSnapshot, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { placeName, COLUMN_SHORT, ROW_SHORT } from '../../factors/place.ts';
import { hint } from '../../ui/tips/tip.ts';
import { PhaseBar } from '../phase-bar.tsx';
import type { PhaseProps } from '../phase-kind.ts';
import { teamWords } from '../../together/team/team-names.ts';
import { useJoinTeam } from '../../together/team/use-join-team.ts';
import { dealtNotes, isPlaced, nextToPlace, type DealtNote } from './dealt-notes.ts';
import { NoteToPlace } from './note-to-place.tsx';
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
        {question === '' ? null : (
          <p dir="auto" className="place-quiet">
            {question}
          </p>
        )}
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

type OwnNotesProps = {
  notes: readonly DealtNote[];
  current: string | null;
  onChoose: (id: string) => void;
};

/** Everything that was dealt to one's team, with its place; any of it can be placed anew. */
function OwnNotes({ notes, current, onChoose }: OwnNotesProps) {
  return (
    <section className="place-own" aria-labelledby="place-own-title">
      <h3 id="place-own-title">{t('place.yours')}</h3>
      <ul>
        {notes.map(({ id, text, row, column }) => (
          <li key={id}>
            <button
              type="button"
              className="place-own-note"
              aria-current={id === current}
              onClick={() => onChoose(id)}
            >
              <span>
                <span className="visually-hidden">{t('place.change')} </span>
                <bdi>{text}</bdi>
              </span>
              <small>
                {row === null || column === null ? t('place.noPlace') : placeName({ row, column })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many notes each cell of the grid holds by now. */
function GridOverview() {
  const { cells } = useProjection(gridOf);
  return (
    <table className="place-grid">
      <caption>{t('place.overview')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('grid.corner')}</span>
          </th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" {...hint(t(`framework.column_${column}`))}>
              {t(COLUMN_SHORT[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row" className={`place-grid-${row}`} {...hint(t(`framework.row_${row}`))}>
              {t(ROW_SHORT[row])}
            </th>
            {COLUMNS.map((column) => (
              <td key={column}>{cells[row][column].length}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
