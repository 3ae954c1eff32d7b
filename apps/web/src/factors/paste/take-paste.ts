import type { Pasted } from '@coherence/lists';
import { withWords } from '@coherence/words/browser';
import { laterPart } from '../../ui/load/later-part.ts';
import { pastedFactors, type PastedFactors } from './pasted-factors.ts';

export const laterReader = laterPart(() => import('./read-factors.ts'));
const laterAsker = laterPart(() => withWords(() => import('./ask-columns.tsx'), ['paste']));

/** Fetches what reads a paste. Screens where people paste call it when they open, so that it is here without a network. */
export function fetchPaste(): void {
  void laterReader.fetch();
  void laterAsker.fetch();
}

type PasteEvent = { readonly clipboardData: DataTransfer | null; preventDefault: () => void };

/**
 * Takes a paste over and gives its factors to `add`, where it has `least` of them; any other paste goes on as usual. `least`
 * is 1 where no field has the caret, since nothing else would become of the paste. A person is asked what the columns of
 * a table are, and may add none.
 */
export function takePaste(event: PasteEvent, add: (pasted: PastedFactors) => void, least: 1 | 2 = 2): void {
  const pasted = pastedIn(event.clipboardData);
  const reader = laterReader.held();
  if (reader !== null) {
    const found = reader.readFactors(pasted);
    if (found.texts.length < least) return;
    event.preventDefault();
    give(found, reader.tableIn(pasted), add);
  } else if (linesOf(pasted.text).length >= least) {
    event.preventDefault();
    void laterReader.fetch().then((come) => {
      // Where the reader cannot come any more no word is lost.
      if (come === null) add(pastedFactors(linesOf(pasted.text)));
      else give(come.readFactors(pasted), come.tableIn(pasted), add);
    });
  }
}

function give(
  found: PastedFactors,
  table: readonly (readonly string[])[] | null,
  add: (pasted: PastedFactors) => void,
): void {
  if (table === null) {
    add(found);
    return;
  }
  void laterAsker.fetch().then(async (asker) => {
    const chosen = asker === null ? found : await asker.askFactors(table);
    if (chosen !== null) add(chosen);
  });
}

/** What the clipboard holds of a list. */
export function pastedIn(data: DataTransfer | null): Pasted {
  return { text: data?.getData('text/plain') ?? '', html: data?.getData('text/html') ?? '' };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
