import type { Box, RoutedLink } from '@coherence/picture';
import { react, type Editor } from '@tldraw/tldraw';
import { boxOfCard } from '../model/shapes/card-box.ts';
import { fromStoreRecord } from '../shape-records.ts';
import { routesOf } from './link-routes.ts';

/** Keeps the paths of all links with the cards as they stand on this screen. Returns the way to stop. */
export function routeLinks(editor: Editor): () => void {
  const routes = routesOf(editor);
  const stop = react('route links', () => {
    const boxes = new Map<string, Box>();
    const links: RoutedLink[] = [];
    for (const record of editor.getCurrentPageShapes()) {
      const shape = fromStoreRecord(record);
      if (shape?.type === 'factor') boxes.set(shape.id, boxOfCard(shape));
      else if (shape?.type === 'influence') links.push({ id: shape.id, ...shape.props });
    }
    routes.update(boxes, links);
  });
  return () => {
    stop();
    routes.stop();
  };
}
