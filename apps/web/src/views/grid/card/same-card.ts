import type { GridCard } from '@coherence/board';

/** True when two cards would be drawn alike. */
export function sameCard(a: GridCard, b: GridCard): boolean {
  return (
    a.id === b.id &&
    a.text === b.text &&
    a.no === b.no &&
    a.votes === b.votes &&
    a.onMap === b.onMap &&
    a.group === b.group &&
    a.units.length === b.units.length &&
    a.units.every((unit, index) => unit === b.units[index])
  );
}
