/** Where a key takes the focus among `count` menu items; null where the key is not the menu's. Wraps at the ends. */
export function itemAfterKey(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (Math.max(current, 0) - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** The next item after `current` whose label starts with the letter typed; null where there is none. */
export function itemByLetter(letter: string, current: number, labels: readonly string[]): number | null {
  if (letter.length !== 1 || letter === ' ') return null;
  const wanted = letter.toLowerCase();
  for (let step = 1; step <= labels.length; step += 1) {
    const index = (Math.max(current, -1) + step) % labels.length;
    if (labels[index]?.toLowerCase().startsWith(wanted) === true) return index;
  }
  return null;
}
