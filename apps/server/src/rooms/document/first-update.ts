import * as Y from 'yjs';

/** A document made on the spot as the first row of its log. The document itself is given up. */
export function firstUpdateOf(doc: Y.Doc): Uint8Array {
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
