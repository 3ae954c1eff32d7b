import { mapOf, setDrawingInk } from '@coherence/board';
import { inkColors } from '@coherence/picture';
import { t } from '@coherence/words';
import { INKS } from '../../../canvas/model/shapes/inks.ts';
import { useLive } from '../../../live/live-context.tsx';
import { useOperation } from '../../../live/document/use-operation.ts';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';

/** Pen strokes, notes and texts: their colour, and the way to remove them. */
export function ChosenDrawings({ ids, commands }: { ids: readonly string[]; commands: MapCommands }) {
  const { canEdit } = useLive();
  const run = useOperation();
  const { drawings } = useProjection(mapOf);
  const inks = new Set(drawings.filter(({ id }) => ids.includes(id)).map(({ ink }) => ink));
  const [ink = null] = inks.size === 1 ? inks : [];
  return (
    <>
      <h3 className="map-panel-title">{t('map.chosenDrawings', { n: ids.length })}</h3>
      {canEdit ? (
        <>
          <Choices
            className="map-inks"
            legend={t('map.ink')}
            value={ink}
            choices={INKS.map((known) => ({
              value: known,
              name: t(`map.ink_${known}`),
              label: <span style={{ background: inkColors[known] }} />,
            }))}
            onChoose={(chosen) =>
              run((doc) => {
                for (const id of ids) setDrawingInk(doc, id, chosen);
              })
            }
          />
          <div className="map-panel-actions">
            <Button onClick={() => commands.removeDrawings(ids)}>{t('map.removeDrawing')}</Button>
          </div>
        </>
      ) : null}
    </>
  );
}
