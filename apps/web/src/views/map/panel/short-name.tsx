import { NAME_MAX, setFactorTraits, type MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { useOperation } from '../../../live/document/use-operation.ts';
import { useWholeSnapshot } from '../../../live/document/use-projection.ts';
import { Field } from '../../../ui/field.tsx';

/** What the map shows in place of the whole words; they stay as they are everywhere else. */
export function ShortName({ node }: { node: MapNode }) {
  const { canEdit } = useLive();
  const run = useOperation();
  const known = useWholeSnapshot().factors.find(({ id }) => id === node.id)?.mapName ?? '';
  const [name, setName] = useState(known);
  const save = (): void => {
    const mapName = name.trim();
    if (mapName !== known) run((doc) => setFactorTraits(doc, node.id, { mapName }));
  };
  return (
    <div className="map-panel-part">
      <Field label={t('map.shortName')} hint={t('map.shortNameHint')}>
        {(wiring) => (
          <input
            {...wiring}
            value={name}
            maxLength={NAME_MAX}
            disabled={!canEdit}
            onChange={({ target }) => setName(target.value)}
            onBlur={save}
            onKeyDown={({ key }) => {
              if (key === 'Enter') save();
            }}
          />
        )}
      </Field>
    </div>
  );
}
