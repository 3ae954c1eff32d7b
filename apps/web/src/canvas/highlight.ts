import { atom, useEditor, useValue, type TLShapeId } from '@tldraw/tldraw';
import type { Highlight } from './map-handle.ts';
import { perEditor } from './per-editor.ts';
import { recordIdOf } from './shape-records.ts';

/** What is dimmed can still be seen, faintly. */
export const DIMMED_OPACITY = 0.25;

/** What is highlighted; null while nothing is. */
export const highlightOf = perEditor(() => atom<Highlight | null>('highlight on the map', null));

/** How a shape is drawn while something on the map is highlighted; null while nothing is. */
export function useHighlight(id: TLShapeId): 'highlighted' | 'dimmed' | null {
  const editor = useEditor();
  return useValue(
    'highlight of a shape',
    () => {
      const highlight = highlightOf(editor).get();
      if (highlight === null || (highlight.isPart && editor.getShape(id)?.type === 'influence')) return null;
      return highlight.ids.has(recordIdOf(id)) ? 'highlighted' : 'dimmed';
    },
    [editor, id],
  );
}
