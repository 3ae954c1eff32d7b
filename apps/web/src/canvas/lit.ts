import { atom, useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import { perEditor } from './per-editor.ts';
import { recordIdOf } from './shapes/shape-records.ts';

/** What is not lit stays there to be seen, faintly. */
export const STEPPED_BACK = 0.25;

/** Record ids of the cards and links that stand out while the rest steps back; null while nothing does. */
export const litOf = perEditor(() => atom<ReadonlySet<string> | null>('lit on the map', null));

/** How a shape stands while something on the map is lit; null while nothing is. */
export function useLight(id: TLShapeId): 'lit' | 'back' | null {
  const editor = useEditor();
  return useValue(
    'light on a shape',
    () => {
      const lit = litOf(editor).get();
      return lit === null ? null : lit.has(recordIdOf(id)) ? 'lit' : 'back';
    },
    [editor, id],
  );
}
