import type { Language } from './languages.ts';
import type { Translate } from './translate.ts';
import { say } from './translate.ts';

/** Words in one language, for programs that speak several at a time. */
export interface Speech {
  readonly language: Language;
  readonly t: Translate;
}

/** Speaks in `language`. The catalogs must be known: `readCatalogs` of `@coherence/words/node` makes them so. */
export function speechIn(language: Language): Speech {
  return { language, t: (key, ...values) => say(language, key, values[0]) };
}
