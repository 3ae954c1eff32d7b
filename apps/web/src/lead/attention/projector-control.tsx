import { COLUMNS, ROWS, type Aim } from '@coherence/board';
import { t } from '@coherence/words';
import { usePresenceFact } from '../../live/people/presence.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { ProjectorButton } from '../../wall/open/projector-button.tsx';
import { useCommand } from '../../frame/use-command.ts';
import { partOf, showGrid, turnPage, WALL_CHOICES, wallNow } from '../../wall/wall-choice.ts';
import { hint, tip } from '../../ui/tips/tip.ts';

const BEFORE = { stroke: 'M10.5 3.5 6 8l4.5 4.5', fill: '' };
const AFTER = { stroke: 'M5.5 3.5 10 8l-4.5 4.5', fill: '' };

/** What the projector shows, and how to make it show something else. */
export function ProjectorControl() {
  const { show } = useSession();
  const send = useCommand((why) => t('attention.failed', { why }));
  const wall = usePresenceFact(wallNow);
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
      <div className="attention-row">
        <h3>{t('attention.projector')}</h3>
        {wall?.wall === 'grid' ? (
          <GridSteering target={show.target} onChoose={(part) => put(showGrid(part))} />
        ) : (
          <p className="attention-state">
            {wall === null
              ? t('attention.noProjector')
              : t('attention.shows', {
                  what: t(`attention.show_${show.what === 'outline' ? 'map' : show.what}`),
                })}
          </p>
        )}
      </div>
      <div className="attention-row">
        {wall === null ? <ProjectorButton className="attention-open" /> : null}
        <Button
          aria-pressed={isHeld}
          {...hint(t('attention.holdHint'))}
          onClick={() => put({ what: isHeld ? 'phase' : 'hold', target: null })}
        >
          {isHeld ? t('attention.endHold') : t('attention.hold')}
        </Button>
        <Menu label={t('attention.change')} name={t('attention.changeName')} items={choices} align="end" />
        {wall === null || wall.pages <= 1 ? null : (
          <span className="attention-pages">
            <Button
              aria-label={t('attention.pageBack')}
              {...tip(t('attention.pageBack'))}
              disabled={wall.page <= 1}
              onClick={() => put(turnPage(show, wall, -1))}
            >
              <Glyph glyph={BEFORE} size={14} />
            </Button>
            <span className="attention-page">
              {t('attention.page', { page: wall.page, pages: wall.pages })}
            </span>
            <Button
              aria-label={t('attention.pageNext')}
              {...tip(t('attention.pageNext'))}
              disabled={wall.page >= wall.pages}
              onClick={() => put(turnPage(show, wall, 1))}
            >
              <Glyph glyph={AFTER} size={14} />
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}

/** All of the grid as counts, how many each unit named, a row, or a cell. */
function GridSteering({ target, onChoose }: { target: Aim | null; onChoose: (part: string) => void }) {
  const { unitWord: word } = useMeta();
  return (
    <label className="attention-grid">
      <span className="visually-hidden">{t('attention.gridPart')}</span>
      <select className="input" value={partOf(target)} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('attention.gridWhole')}</option>
        <option value="units">{t('attention.gridByUnit', { word })}</option>
        {ROWS.map((row) => (
          <optgroup key={row} label={t(`framework.row_${row}`)}>
            <option value={row}>{t('attention.gridRow', { row: t(`framework.row_${row}`) })}</option>
            {COLUMNS.map((column) => (
              <option key={column} value={`${row}/${column}`}>
                {t(`framework.column_${column}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
