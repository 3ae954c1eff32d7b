import { remembered, type DeviceStore } from '../live/device/remembered.ts';

const rememberedLanguage = (store?: DeviceStore | null) =>
  remembered<string | null>('coherence.language', { read: (kept) => kept, write: (tag) => tag }, store);

/** What this page knows of the languages its person reads. */
type Reader = {
  /** `location.search`. */
  readonly search: string;
  /** `navigator.languages`. */
  readonly languages: readonly string[];
  readonly store?: DeviceStore | null;
};

/**
 * The languages a person wants, the dearest first: that of the address (`?language=`), the one chosen on this device,
 * those of the browser.
 */
export function wantedLanguages({ search, languages, store }: Reader): readonly string[] {
  const asked = new URLSearchParams(search).get('language');
  const chosen = rememberedLanguage(store).getSnapshot();
  return [...[asked, chosen].filter((tag) => tag !== null), ...languages];
}

/** Keeps a language on this device, for pages that are opened from now on. */
export function keepLanguage(tag: string, store?: DeviceStore | null): void {
  rememberedLanguage(store).set(tag);
}
