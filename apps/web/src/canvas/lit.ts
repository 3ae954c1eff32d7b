import { atom, useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import type { Lit } from './map-handle.ts';
import { perEditor } from './per-editor.ts';
import { recordIdOf } from './shape-records.ts';

/** What is not lit stays there to be seen, faintly. */
export const STEPPED_BACK = 0.25;

/** What is lit; null while nothing is. */
export const litOf = perEditor(() => atom<Lit | null>('lit on the map', null));

/** How a shape stands while something on the map is lit; null while nothing is. */
export function useLight(id: TLShapeId): 'lit' | 'back' | null {
  const editor = useEditor();
  return useValue(
    'light on a shape',
    () => {
      const lit = litOf(editor).get();
      if (lit === null || (lit.isPart && editor.getShape(id)?.type === 'influence')) return null;
      return lit.ids.has(recordIdOf(id)) ? 'lit' : 'back';
    },
    [editor, id],
  );
}
