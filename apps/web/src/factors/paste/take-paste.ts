import { PASTE_MAX } from '@coherence/board';
import type { Pasted } from '@coherence/lists';
import { laterPart } from '../../ui/load/later-part.ts';
import { inPieces } from './in-pieces.ts';
import type { PastedFactors } from './read-factors.ts';

/** Screens where people paste fetch it when they open. */
export const laterReader = laterPart(() => import('./read-factors.ts'));

type PasteEvent = { readonly clipboardData: DataTransfer | null; preventDefault: () => void };

/**
 * Takes a paste over and gives its factors to `add`, where it has `least` of them; any other paste goes on as usual. `least`
 * is 1 where no field has the caret, since nothing else would become of the paste.
 */
export function takePaste(event: PasteEvent, add: (pasted: PastedFactors) => void, least: 1 | 2 = 2): void {
  const pasted = pastedIn(event.clipboardData);
  const reader = laterReader.held();
  if (reader !== null) {
    const found = reader.readFactors(pasted);
    if (found.texts.length < least) return;
    event.preventDefault();
    add(found);
  } else if (lines(pasted.text).length >= least) {
    event.preventDefault();
    void laterReader.fetch().then((come) => add(come?.readFactors(pasted) ?? asLines(pasted.text)));
  }
}

function pastedIn(data: DataTransfer | null): Pasted {
  return { text: data?.getData('text/plain') ?? '', html: data?.getData('text/html') ?? '' };
}

/** Where the reader cannot come any more: no word is lost. */
function asLines(text: string): PastedFactors {
  const texts = lines(text).flatMap(inPieces);
  const [next = null] = texts.slice(PASTE_MAX);
  return { texts: texts.slice(0, PASTE_MAX), left: Math.max(0, texts.length - PASTE_MAX), next };
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
