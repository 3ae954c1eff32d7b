export type Command =
  | { readonly name: 'backup'; readonly file: string }
  | { readonly name: 'restore'; readonly file: string }
  /** `file` null: the data folder. */
  | { readonly name: 'check'; readonly file: string | null };

export const USAGE = `coherence-board backup <file>    one consistent copy of all boards, also while a server runs
coherence-board restore <file>   puts a backup in place of the boards; the old file is kept aside
coherence-board check [file]     verifies every board of the data folder, or of a backup

The data folder is DATA_DIR, ./data if not set.`;

/** Reads the words after the program's name; null when they make no command. */
export function readCommand(words: readonly string[]): Command | null {
  const [name, file, ...rest] = words;
  if (rest.length > 0 || file?.startsWith('-') === true || file === '') return null;
  if (name === 'check') return { name, file: file ?? null };
  if ((name === 'backup' || name === 'restore') && file !== undefined) return { name, file };
  return null;
}
