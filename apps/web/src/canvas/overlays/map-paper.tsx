import { useEditor, useQuickReactor } from '@tldraw/tldraw';
import { useRef } from 'react';

/** Distance of the dots in map px at zoom 1. */
const GRID = 24;

/** The paper under the map: faint dots that move with it and thin out when it is far. */
export function MapPaper() {
  const editor = useEditor();
  const paper = useRef<HTMLDivElement>(null);
  useQuickReactor(
    'move the dots',
    () => {
      const { x, y, z } = editor.getCamera();
      const step = GRID * z * 2 ** Math.max(0, Math.ceil(Math.log2(0.6 / z)));
      const style = paper.current?.style;
      style?.setProperty('background-size', `${step}px ${step}px`);
      style?.setProperty('background-position', `${x * z}px ${y * z}px`);
    },
    [editor],
  );
  return <div ref={paper} className="map-paper" />;
}
