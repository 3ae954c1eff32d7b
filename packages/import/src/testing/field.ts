import { readFileSync } from 'node:fs';

/** Files that people chose for a board file, as they came: real troubles of other tools, with other names. */
export function fieldFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`field/${name}`, import.meta.url)));
}
