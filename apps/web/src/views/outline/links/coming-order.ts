/** What was known stays where it was, what is gone is left out, and what is new comes last: a list that never jumps. */
export function comingOrder(known: readonly string[], now: readonly string[]): readonly string[] {
  const present = new Set(now);
  const kept = known.filter((id) => present.has(id));
  const before = new Set(kept);
  return [...kept, ...now.filter((id) => !before.has(id))];
}
