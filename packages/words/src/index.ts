export { currentLanguage, t, writing } from './current.ts';
export type { Language } from './languages.ts';
export type { Speech } from './speech.ts';
export type { PlainKey, Translate, ValuesOf, WordKey } from './translate.ts';
