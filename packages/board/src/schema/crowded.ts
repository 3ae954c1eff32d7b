import { ENTRIES_MAX } from './limits.ts';

/** Whether a value is a list, or many by id, with more entries than a record may hold in one key (BOUND1). */
export function isCrowded(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (Array.isArray(value) ? value.length : Object.keys(value).length) > ENTRIES_MAX;
}
