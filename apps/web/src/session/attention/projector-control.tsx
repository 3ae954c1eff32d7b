import { COLUMN_LABELS, COLUMNS, ROW_LABELS, ROWS } from '@coherence/board';
import { t } from '../../i18n/with-attention.ts';
import type { Person } from '../../live/person.ts';
import { usePresenceFact } from '../../live/presence.ts';
import { useSession } from '../../live/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { ProjectorButton } from './projector-button.tsx';
import { useCommand } from './use-command.ts';
import { readWall, showGrid, turnPage, WALL_CHOICES } from './wall-choice.ts';

const displayOf = (people: readonly Person[]): string => {
  const display = people.find(({ role }) => role === 'display');
  return JSON.stringify(display === undefined ? null : [display.view, display.at]);
};

/** What the projector shows, and how to make it show something else. */
export function ProjectorControl() {
  const { show } = useSession();
  const send = useCommand();
  const said = JSON.parse(usePresenceFact(displayOf)) as [string | null, string | null] | null;
  const wall = said === null ? null : readWall(...said);
  const put = (next: typeof show | null): void => {
    if (next !== null) void send({ type: 'show', ...next });
  };
  const isHeld = show.what === 'hold';
  const choices: MenuItem[] = WALL_CHOICES.map((what) => ({
    label: t(`attention.show_${what}`),
    checked: show.what === what,
    oneOf: true,
    onSelect: () => put({ what, target: null }),
  }));

  return (
    <div className="attention-wall">
      <h3>{t('attention.projector')}</h3>
      <div className="attention-row">
        {wall === null ? <ProjectorButton /> : null}
        <Button
          aria-pressed={isHeld}
          title={t('attention.holdHint')}
          onClick={() => put({ what: isHeld ? 'phase' : 'hold', target: null })}
        >
          {isHeld ? t('attention.endHold') : t('attention.hold')}
        </Button>
      </div>
      <div className="attention-row">
        <p className="attention-state">
          {wall === null
            ? t('attention.noProjector')
            : t('attention.shows', {
                what: t(`attention.show_${show.what === 'outline' ? 'map' : show.what}`),
              })}
        </p>
        <Menu label={t('attention.change')} name={t('attention.changeName')} items={choices} align="end" />
      </div>
      {wall?.wall === 'grid' ? (
        <GridSteering target={show.target} onChoose={(words) => put(showGrid(words))} />
      ) : null}
      {wall === null || wall.pages <= 1 ? null : (
        <div className="attention-row">
          <Button disabled={wall.page <= 1} onClick={() => put(turnPage(show, wall, -1))}>
            {t('attention.pageBack')}
          </Button>
          <span className="attention-page">
            {t('attention.page', { page: wall.page, pages: wall.pages })}
          </span>
          <Button disabled={wall.page >= wall.pages} onClick={() => put(turnPage(show, wall, 1))}>
            {t('attention.pageNext')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** All of the grid as counts, a row, or a cell. */
function GridSteering({
  target,
  onChoose,
}: {
  target: string | null;
  onChoose: (words: string | null) => void;
}) {
  const place = (target ?? '').replace(/\/?page:\d+$/, '');
  return (
    <label className="attention-grid">
      <span className="visually-hidden">{t('attention.gridPart')}</span>
      <select className="input" value={place} onChange={(event) => onChoose(event.target.value || null)}>
        <option value="">{t('attention.gridWhole')}</option>
        {ROWS.map((row) => (
          <optgroup key={row} label={ROW_LABELS[row]}>
            <option value={row}>{t('attention.gridRow', { row: ROW_LABELS[row] })}</option>
            {COLUMNS.map((column) => (
              <option key={column} value={`${row}/${column}`}>
                {COLUMN_LABELS[column]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
