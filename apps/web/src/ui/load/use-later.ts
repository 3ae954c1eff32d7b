import { useEffect, useState } from 'react';
import { PartGone } from './retry-load.ts';
import type { LaterPart } from './later-part.ts';

/** The part, fetched from the first render on; null before it is here. Throws `PartGone` where it is `wanted` in vain. */
export function useLater<Part>(part: LaterPart<Part>, wanted: boolean): Part | null {
  const [come, setCome] = useState<Part | null>(null);
  useEffect(() => {
    if (part.held() !== null) return;
    void part.fetch().then((fetched) =>
      setCome(() => {
        if (fetched === null && wanted) throw new PartGone('a part of the interface');
        return fetched;
      }),
    );
  }, [part, wanted]);
  return part.held() ?? come;
}
