import * as Y from 'yjs';
import { SERVER_DRAFT_KEYS } from '../private/draft.ts';
import type { Place, Struct } from './ancestry.ts';

/**
 * Whether a change of a private document touches what the server keeps there with a draft, as its promise. Taking the
 * whole draft out takes that along and is its owner's right. `removed`: what the same update deletes. `gone`: the struct
 * is one of those.
 */
export function touchesPromise(
  struct: Struct,
  place: Place,
  gone: boolean,
  removed: ReadonlySet<unknown>,
): boolean {
  if (place.root !== 'drafts' || place.depth < 2) return false;
  const key = place.depth === 2 ? place.key : (place.above?.key ?? null);
  if (key === null || !SERVER_DRAFT_KEYS.has(key)) return false;
  return !(gone && struct instanceof Y.Item && isInRemoved(struct, removed));
}

function isInRemoved(struct: Y.Item, removed: ReadonlySet<unknown>): boolean {
  const { parent } = struct;
  const draft = parent instanceof Y.AbstractType ? parent._item : null;
  return draft !== null && (draft.deleted || removed.has(draft));
}
