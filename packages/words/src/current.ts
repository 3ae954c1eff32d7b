import type { Language } from './languages.ts';
import { FALLBACK } from './languages.ts';
import type { Translate } from './translate.ts';
import { say } from './translate.ts';

let current: Language = FALLBACK;

/** The language of this page or program. */
export function currentLanguage(): Language {
  return current;
}

/** Sets the language of this page before its first words are said: what was said before stays as it is. */
export function setCurrentLanguage(language: Language): void {
  current = language;
}

/** The words of a key in the language of this page. Call it where the words are shown, never while a module loads. */
export const t: Translate = (key, ...values) => say(current, key, values[0]);
