import { settableValue, type SettableValue } from '../observable-value.ts';
import { FIRST_CHOICE, type TransportChoice } from './choose-transport.ts';

export type TransportMemory = SettableValue<TransportChoice>;
/** As much of `sessionStorage` as a hint needs. */
export type HintStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const memories = new Map<string, TransportMemory>();

/** What this page has found out about the server at `origin`: one memory for all its documents. */
export function transportMemory(origin: string): TransportMemory {
  const known = memories.get(origin) ?? openMemory(origin, pageStore());
  memories.set(origin, known);
  return known;
}

/** A memory that outlives a reload of its tab, where `store` is there. The hint is the time to try a WebSocket again. */
export function openMemory(origin: string, store: HintStore | null): TransportMemory {
  const key = `coherence.transport.${origin}`;
  const retryAt = Number(quietly(() => store?.getItem(key)) ?? NaN);
  const choice = settableValue<TransportChoice>(
    Number.isFinite(retryAt) ? { transport: 'streamed', signs: 0, retryAt } : FIRST_CHOICE,
  );
  choice.subscribe(() => {
    const { transport, retryAt } = choice.getSnapshot();
    quietly(() => (transport === 'streamed' ? store?.setItem(key, String(retryAt)) : store?.removeItem(key)));
  });
  return choice;
}

/** A browser may refuse storage, even to look at it; a hint is not worth an error. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function pageStore(): HintStore | null {
  return quietly(() => (typeof window === 'undefined' ? null : window.sessionStorage));
}
