import * as Y from 'yjs';

/** Changes of every kind a board knows, one for each number. */
export function fromSeeds(doc: Y.Doc, seeds: readonly number[]): void {
  const records = doc.getMap<Y.Map<unknown>>('factors');
  for (const seed of seeds) {
    const id = `r${seed % 7}`;
    const there = records.get(id);
    const text = there?.get('text');
    const kind = (seed >> 3) % 5;
    if (there === undefined) records.set(id, new Y.Map<unknown>([['text', new Y.Text(`t${seed}`)]]));
    else if (kind === 0) there.set(`k${seed % 3}`, 'v'.repeat(seed % 90));
    else if (kind === 1) there.delete(`k${seed % 3}`);
    else if (kind === 2 && text instanceof Y.Text) text.insert(seed % (text.length + 1), `w${seed}`);
    else if (kind === 3 && text instanceof Y.Text && text.length > 0) text.delete(seed % text.length, 1);
    else there.set('sources', new Y.Map([[`u${seed % 4}`, { unit: 'u' }]]));
  }
}
