/** Where a walk is: the place of the walked note (from 0), or null before it has begun or when that note is gone. */
export function placeIn(notes: readonly { readonly id: string }[], walked: string | null): number | null {
  const at = notes.findIndex(({ id }) => id === walked);
  return at < 0 ? null : at;
}

/**
 * The note `step` further on, or null at the end. From nowhere one begins with the first note, or, where the walked note
 * has just gone (merged, parked), with the one that came into its place `lastAt`.
 */
export function noteAfter(
  notes: readonly { readonly id: string }[],
  walked: string | null,
  step: 1 | -1,
  lastAt: number | null = null,
): string | null {
  const at = placeIn(notes, walked);
  if (at !== null) return notes[at + step]?.id ?? null;
  if (lastAt === null) return notes[0]?.id ?? null;
  const place = step === 1 ? Math.min(lastAt, notes.length - 1) : Math.min(lastAt, notes.length) - 1;
  return notes[Math.max(0, place)]?.id ?? null;
}

/** What a key does while notes are walked; null for all others. Plain keys only. */
export function walkKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>):
  | 'next'
  | 'back'
  | 'merge'
  | 'park'
  | null {
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  if (key === 'ArrowRight' || key === 'PageDown') return 'next';
  if (key === 'ArrowLeft' || key === 'PageUp') return 'back';
  if (key === 'm' || key === 'M') return 'merge';
  return key === 'p' || key === 'P' ? 'park' : null;
}
