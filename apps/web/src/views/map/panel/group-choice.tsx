import { mapOf } from '@coherence/board';
import { t } from '@coherence/words';
import { useLive } from '../../../live/live-context.tsx';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import type { MapCommands } from '../commands/use-map-commands.ts';

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
              <option key={id} value={id}>
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
