export { type CodeOf, type Coded, sayCoded } from './coded.ts';
export { currentLanguage, t, writing } from './current.ts';
export { isolated } from './isolate.ts';
export { chooseLanguage, type Language, LANGUAGES, tagsOf } from './languages.ts';
export { type Speech, speechIn } from './speech.ts';
export type { PlainKey, Translate, ValuesOf, WordKey } from './translate.ts';
export { writingIn } from './writing.ts';
