import { type MapNode, mapOf } from '@coherence/board';
import { t } from '@coherence/words';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Field } from '../../../ui/field.tsx';

type ChosenCardsProps = {
  nodes: readonly MapNode[];
  commands: MapCommands;
  onGroup: (ids: readonly string[]) => void;
};

/** Several cards: group them, or take them off. */
export function ChosenCards({ nodes, commands, onGroup }: ChosenCardsProps) {
  const { canEdit } = useLive();
  const ids = nodes.map(({ id }) => id);
  const groups = new Set(nodes.map(({ group }) => group));
  const [group = null] = groups.size === 1 ? groups : [];
  return (
    <>
      <h3 className="map-panel-title">{t('map.chosen', { n: nodes.length })}</h3>
      <GroupChoice ids={ids} group={group} commands={commands} />
      {canEdit ? (
        <div className="map-panel-actions">
          <Button variant="primary" onClick={() => onGroup(ids)}>
            {t('map.groupMake')}
          </Button>
          <Button onClick={commands.removeChosen}>{t('map.takeOff')}</Button>
          <Button variant="quiet" onClick={() => commands.removeFromBoard(ids)}>
            {t('map.removeFactor')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type GroupChoiceProps = { ids: readonly string[]; group: string | null; commands: MapCommands };

/** Which group the chosen cards are in. Nothing while the map has no groups. */
export function GroupChoice({ ids, group, commands }: GroupChoiceProps) {
  const { canEdit } = useLive();
  const { groups } = useProjection(mapOf);
  if (groups.length === 0) return null;
  const known = groups.some(({ id }) => id === group) ? group : null;
  return (
    <div className="map-panel-part">
      <Field label={t('map.inGroup')}>
        {(wiring) => (
          <select
            {...wiring}
            value={known ?? ''}
            disabled={!canEdit}
            onChange={({ target }) => commands.setGroup(ids, target.value === '' ? null : target.value)}
          >
            <option value="">{t('map.groupNone')}</option>
            {groups.map(({ id, name }) => (
              <option dir="auto" key={id} value={id}>
                {name.trim() === '' ? t('map.groupUnnamed') : name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {known !== null && canEdit ? (
        <Button variant="quiet" onClick={() => commands.ungroup(known)}>
          {t('map.ungroup')}
        </Button>
      ) : null}
    </div>
  );
}
