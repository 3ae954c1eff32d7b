export type Selection = ReadonlySet<string>;

export const NOTHING: Selection = new Set();

/** Ctrl and click: in or out. */
export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Shift and click: everything in reading order between the card chosen last and this one joins. */
export function ranged(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = order.indexOf([...selection].at(-1) ?? id);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return new Set([...selection, id]);
  const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...selection, ...between, ...(between.includes(id) ? [] : [id])]);
}

/** What an act on a card acts on: the whole selection if the card is in it, else the card alone. In reading order. */
export function actsOn(selection: Selection, id: string, order: readonly string[]): readonly string[] {
  return selection.has(id) ? order.filter((other) => selection.has(other)) : [id];
}

/** Without what somebody removed meanwhile; the same object when nothing changed. */
export function stillThere(selection: Selection, order: readonly string[]): Selection {
  const there = new Set(order);
  const kept = [...selection].filter((id) => there.has(id));
  return kept.length === selection.size ? selection : new Set(kept);
}
