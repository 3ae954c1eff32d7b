import { printedMap } from '@coherence/report/printed-map';
import { currentLanguage, t } from '@coherence/words';
import { useLayoutEffect, useRef } from 'react';
import { serverClock } from '../../live/server/server-clock.ts';
import { useSnapshot } from '../../live/document/use-projection.ts';
import './printed-map.css';

/** The whole map on one sheet, with its title, date and legend, whatever part of it is on the screen. */
export function PrintedMap() {
  const snapshot = useSnapshot();
  const sheet = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const today = new Date(serverClock.now());
    const svg = printedMap(snapshot, { today, language: currentLanguage(), t });
    if (svg === null) return;
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    sheet.current?.replaceChildren(document.importNode(documentElement, true));
  }, [snapshot]);

  return <div ref={sheet} className="printed-map" />;
}
