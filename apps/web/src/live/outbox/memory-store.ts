import type { WordStore } from './pending.ts';

/** A `localStorage` for tests; `full` makes it refuse to keep more. */
export function memoryStore(): WordStore & { full: boolean; readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    full: false,
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem(key, value) {
      if (this.full) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
  };
}
