import { t } from '@coherence/words';
import { mapOf } from '@coherence/board';
import { useEffect, useState } from 'react';
import type { MapHandle } from '../../canvas/map-handle.ts';
import { lensChoices, lensUnits, litThrough, type UnitLens } from '../../factors/units/unit-lens.ts';
import { lensName, UnitLensMenu } from '../../factors/units/unit-lens-menu.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';

/** The map through the eyes of a unit or tier: what others named steps back and keeps its place. */
export function MapLens({ handle }: { handle: MapHandle }) {
  const [lens, setLens] = useState<UnitLens>(null);
  const choices = useProjection(lensChoices);
  const map = useProjection(mapOf);
  const { unitWord: word } = useMeta();
  const seers = lensUnits(lens, choices);
  const who = lensName(lens, choices);

  useEffect(() => {
    const ids = litThrough(map, lensUnits(lens, choices));
    if (ids === null) return;
    handle.light({ ids, isPart: false });
    return () => handle.light(null);
  }, [handle, lens, map, choices]);

  return (
    <div className="map-lens">
      <output className="visually-hidden">
        {seers === null || who === null ? '' : t('units.lensOn', { who })}
      </output>
      <UnitLensMenu lens={lens} onLens={setLens} choices={choices} word={word} />
    </div>
  );
}
