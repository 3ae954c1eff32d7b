import type { BoardSnapshot, Note } from '@coherence/board';

export type MinutesNote = Note & {
  /** What it is about, as people say it: F12 and its words. What was removed is left out. */
  readonly names: readonly string[];
};

/** What has been kept for the minutes, newest first. */
export function minutesNotes(snapshot: BoardSnapshot): readonly MinutesNote[] {
  return snapshot.notes
    .map((note) => ({ ...note, names: note.about.flatMap((id) => listedName(snapshot, id) ?? []) }))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** A record as it is named in a list: the number of a factor, and the first words. */
export function listedName(snapshot: BoardSnapshot, id: string): string | null {
  const factor = snapshot.factors.find((one) => one.id === id);
  if (factor !== undefined)
    return `${factor.no === null ? '' : `F${factor.no} `}“${shortWords(factor.text)}”`;
  const other = [...snapshot.strategies, ...snapshot.groups, ...snapshot.needs].find((one) => one.id === id);
  return other === undefined ? null : `“${shortWords(other.text)}”`;
}

const SHORT_MAX = 48;

/** As much of a text as a list entry or a button can say, cut between words. */
export function shortWords(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= SHORT_MAX) return line;
  const cut = line.slice(0, SHORT_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT_MAX / 2)).trimEnd()}…`;
}
