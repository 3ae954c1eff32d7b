import { readFileSync } from 'node:fs';

/** What people have pasted, as it came: real troubles of other tools, with other names. */
export function fieldText(name: string): string {
  return readFileSync(new URL(`field/${name}`, import.meta.url), 'utf8');
}
