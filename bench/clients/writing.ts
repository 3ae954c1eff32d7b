import * as Y from 'yjs';
import { rootOf, type Random } from '@coherence/board/testing';

/** A factor of one's own, as the board's clients make one: words, a place on the map, and who put it in. */
interface OwnFactor {
  readonly doc: Y.Doc;
  readonly record: Y.Map<unknown>;
  readonly text: Y.Text;
}

export function ownFactor(doc: Y.Doc, id: string): OwnFactor {
  const text = new Y.Text();
  const record = new Y.Map<unknown>([
    ['kind', 'factor'],
    ['in', doc.clientID],
    ['text', text],
  ]);
  rootOf(doc, 'factors').set(id, record);
  return { doc, record, text };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz     ';

/** Every other edit types a letter somewhere, the rest move the factor; a move says when it was made. */
export function edit({ record, text }: OwnFactor, turn: number, random: Random): void {
  // Servers take a place as the board declares it, so the time is its first number.
  if (turn % 2 === 0) record.set('pos', [performance.now(), random.below(3000), 206]);
  else text.insert(random.below(text.length + 1), LETTERS.charAt(random.below(LETTERS.length)));
}

/** When a move or a cursor that a person received was made; null when the value says none. */
export function madeAt(value: unknown): number | null {
  const isCursor = typeof value === 'object' && value !== null && 't' in value;
  const made: unknown = isCursor ? value.t : Array.isArray(value) ? value[0] : null;
  return typeof made === 'number' ? made : null;
}

/** Tells `onDelay` how long each move that others make takes to arrive in this document, in ms. */
export function watchMoves(doc: Y.Doc, onDelay: (ms: number) => void): void {
  rootOf(doc, 'factors').observeDeep((events, transaction) => {
    if (transaction.local) return;
    const now = performance.now();
    for (const event of events) {
      if (!(event instanceof Y.YMapEvent) || !event.keysChanged.has('pos')) continue;
      const made = madeAt(event.target.get('pos'));
      if (made !== null) onDelay(now - made);
    }
  });
}
