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
    sameList(a.units, b.units) &&
    sameList(a.names, b.names)
  );
}

/** True when two lists of cards would be drawn alike. */
export function sameCards(a: readonly GridCard[], b: readonly GridCard[]): boolean {
  return (
    a.length === b.length &&
    a.every((card, index) => {
      const other = b[index];
      return other !== undefined && sameCard(card, other);
    })
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
