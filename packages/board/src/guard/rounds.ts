import * as Y from 'yjs';
import { recordOf, rootOf } from '../doc.ts';
import { keysTo, type Ancestors, type Place, type Struct } from './ancestry.ts';

type Change = {
  readonly fresh: readonly Struct[];
  readonly gone: readonly Y.Item[];
  readonly deleteSet: ReturnType<typeof Y.decodeUpdate>['ds'];
};

/**
 * Whether an update changes closed vote rounds as no person does (GUARD13). What was counted is the server's. A person
 * brings rounds with a file, each marked `imported` in the update it comes in, and takes such rounds off and back on.
 */
export function forgesRounds(doc: Y.Doc, { fresh, gone, deleteSet }: Change, ancestors: Ancestors): boolean {
  const born = new Set<string>();
  const marked = new Set<string>();
  const ever = rootOf(doc, 'voteRounds')._map;
  const inside: { struct: Struct; keys: readonly (string | null)[] }[] = [];
  for (const struct of fresh) {
    const place = roundPlace(struct, ancestors);
    if (place === null) continue;
    const keys = keysTo(place);
    if (keys.length > 1) {
      inside.push({ struct, keys });
      continue;
    }
    const [id = null] = keys;
    // An id that was ever used may have other items, and the mark could be on another than the one that counts.
    if (id === null || ever.has(id) || born.has(id)) return true;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return true;
    born.add(id);
  }
  for (const { struct, keys } of inside) {
    const [id, key] = keys;
    if (typeof id !== 'string') return true;
    if (!born.has(id)) {
      if (!isOnAndOff(doc, keys)) return true;
    } else if (key === 'imported') {
      if (!isMark(struct) || keys.length > 2 || Y.isDeleted(deleteSet, struct.id)) return true;
      marked.add(id);
    }
  }
  if ([...born].some((id) => !marked.has(id))) return true;
  return gone.some((item) => {
    const place = roundPlace(item, ancestors);
    return place !== null && !isOnAndOff(doc, keysTo(place));
  });
}

function roundPlace(struct: Struct, ancestors: Ancestors): Place | null {
  const place = ancestors.of(struct);
  return place.kind === 'root' && place.root === 'voteRounds' ? place : null;
}

function isOnAndOff(doc: Y.Doc, [id, key, ...deeper]: readonly (string | null)[]): boolean {
  if (typeof id !== 'string' || key !== 'in' || deeper.length > 0) return false;
  return recordOf(doc, 'voteRounds', id)?.get('imported') === true;
}

function isMark(struct: Struct): boolean {
  return (
    struct instanceof Y.Item &&
    struct.content instanceof Y.ContentAny &&
    struct.content.arr.every((value: unknown) => value === true)
  );
}
