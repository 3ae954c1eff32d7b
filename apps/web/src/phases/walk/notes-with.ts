type Findable = { readonly text: string; readonly no: number | null };

/** Notes that have every one of the words, or the number (F12); all of them for no words. */
export function notesWith<N extends Findable>(notes: readonly N[], words: string): readonly N[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return notes;
  return notes.filter(({ text, no }) => {
    const said = `${plain(text)} ${no === null ? '' : `f${no}`}`;
    return wanted.every((word) => said.includes(word));
  });
}

function plain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
