import type { MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { GroupChoice } from './group-choice.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';

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
