import { t } from '@coherence/words';
import type { Phase } from '@coherence/board';
import { Suspense } from 'react';
import { lazyPart } from '../../frame/lazy.ts';
import { ExportMenu } from '../../export/export-menu.tsx';
import { useLive } from '../../live/live-context.tsx';
import { useMeta } from '../../live/document/use-projection.ts';
import { useUndo } from '../../live/document/use-undo.ts';
import { ProjectorButton } from '../../wall/open/projector-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import logo from '../../ui/logo.svg';
import { Link } from '../../frame/navigation.tsx';
import { paths, type View } from '../../frame/routes.ts';
import type { DialogName } from './board-dialogs.tsx';
import { RejectedButton, SavedMark } from './saved-mark.tsx';
import { FacilitatorMenu, MoreMenu } from './more-menu.tsx';
import { Steps } from './steps.tsx';
import { hint, tip } from '../../ui/tips/tip.ts';
import { usePeople } from '../../live/people/presence.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { onePerPerson } from '../../live/people/people-by-unit.ts';
import './board-header.css';
import './board-led.css';

const PhaseClock = lazyPart(() => import('../../together/clock/phase-clock.tsx'), 'PhaseClock', ['console']);

const BACK = { stroke: 'M6.5 3.5 3 7l3.5 3.5M3.5 7H10a3 3 0 0 1 0 6H7', fill: '' };
const FORWARD = { stroke: 'M9.5 3.5 13 7l-3.5 3.5M12.5 7H6a3 3 0 0 0 0 6h3', fill: '' };

type BoardHeaderProps = {
  view: View;
  led: boolean;
  phase: Phase | null;
  onOpen: (dialog: DialogName) => void;
};

/** Where one is, whether one's work is saved, who is here, and what can be taken away or brought in. */
export function BoardHeader({ view, led, phase, onOpen }: BoardHeaderProps) {
  const board = useLive();
  const { title } = useMeta();
  return (
    <header className={led ? 'board-header board-led' : 'board-header'}>
      <div className="board-name">
        <Link href={paths.start} className="board-home" {...tip(t('shell.home'))}>
          <img src={logo} alt={t('shell.home')} width={32} height={32} />
        </Link>
        <div className="board-words">
          <h1 dir="auto" {...tip(title)}>
            {board.role === 'facilitator' ? (
              <button
                dir="auto"
                type="button"
                className="board-title"
                {...hint(t('shell.detailsTitle'))}
                onClick={() => onOpen('details')}
              >
                {title}
              </button>
            ) : (
              title
            )}
          </h1>
          <p>{t('shell.belief')}</p>
        </div>
      </div>
      <Steps view={view} led={led} phase={phase} />
      <Actions led={led} onOpen={onOpen} />
    </header>
  );
}

function Actions({ led, onOpen }: Pick<BoardHeaderProps, 'led' | 'onOpen'>) {
  const board = useLive();
  return (
    <div className="board-actions">
      <RejectedButton onOpen={() => onOpen('rejected')} />
      {board.canEdit ? <UndoButtons /> : null}
      {led ? (
        <div className="board-clock">
          <Suspense fallback={null}>
            <PhaseClock />
          </Suspense>
        </div>
      ) : null}
      <SavedMark />
      <div className="people-room">
        <PeopleButton onOpen={() => onOpen('people')} />
      </div>
      <ExportMenu className="board-wide" />
      {board.role === 'facilitator' ? <ProjectorButton className="board-wide" /> : null}
      {board.role === 'observer' ? null : (
        <Button className="board-wide" onClick={() => onOpen('invite')}>
          {t('shell.invite')}
        </Button>
      )}
      {board.role === 'facilitator' ? <FacilitatorMenu onOpen={onOpen} /> : <MoreMenu onOpen={onOpen} />}
    </div>
  );
}

function UndoButtons() {
  const { canUndo, canRedo, undo, redo } = useUndo();
  return (
    <div className="board-undo">
      <Button
        variant="quiet"
        aria-label={t('shell.undo')}
        {...tip(t('shell.undo'))}
        disabled={!canUndo}
        onClick={undo}
      >
        <Glyph glyph={BACK} size={18} />
      </Button>
      <Button
        variant="quiet"
        aria-label={t('shell.redo')}
        {...tip(t('shell.redo'))}
        disabled={!canRedo}
        onClick={redo}
      >
        <Glyph glyph={FORWARD} size={18} />
      </Button>
    </div>
  );
}

const SHOWN = 3;

/** Who is here, as three faces and a number; opens the people panel. */
function PeopleButton({ onOpen }: { onOpen: () => void }) {
  const people = onePerPerson(usePeople());
  if (people.length === 0) return null;
  const rest = people.length - SHOWN;
  return (
    <button
      type="button"
      className="people-button"
      aria-haspopup="dialog"
      aria-label={t('shell.peopleHere', { n: people.length })}
      {...tip(t('shell.peopleHere', { n: people.length }))}
      onClick={onOpen}
    >
      <span className="avatars">
        {people.slice(0, SHOWN).map((person) => (
          <Avatar
            key={person.participantId}
            name={person.name ?? t('shell.noName')}
            letters={person.name === null ? '–' : null}
            colour={person.colour}
          />
        ))}
        {rest > 0 ? <span className="avatar avatar-more">{t('shell.peopleMore', { n: rest })}</span> : null}
      </span>
    </button>
  );
}
