import type { Language } from './languages.ts';
import { FALLBACK } from './languages.ts';
import type { Translate } from './translate.ts';
import { say } from './translate.ts';
import type { Writing } from './writing.ts';
import { writingIn } from './writing.ts';

let current: Language = FALLBACK;
let locale: string = FALLBACK;

/** The language of this page or program. */
export function currentLanguage(): Language {
  return current;
}

/** Whether a tag names this language, with a region or without, and can be written in. */
function isOf(language: Language, tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.split('-')[0] === language;
  } catch {
    return false;
  }
}

/**
 * Sets the language of this page before its first words are said: what was said before stays as it is. Of `wanted`, tags
 * of languages, the first of this language says the region whose dates are written: "en-GB".
 */
export function setCurrentLanguage(language: Language, wanted: readonly string[] = []): void {
  current = language;
  locale = wanted.find((tag) => isOf(language, tag)) ?? language;
}

/** How dates, lists and names are written in the language of this page. */
export function writing(): Writing {
  return writingIn(locale);
}

/** The words of a key in the language of this page. Call it where the words are shown, never while a module loads. */
export const t: Translate = (key, ...values) => say(current, key, values[0]);
