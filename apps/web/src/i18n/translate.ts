import { en } from './en.ts';
import type { LaterWords } from './later.ts';

type Words = typeof en & LaterWords;
type Word = string | { readonly one: string; readonly other: string };

/** Every UI word has a key "section.name"; the sections are the files of `en/`. */
export type WordKey = {
  [Section in keyof Words & string]: `${Section}.${keyof Words[Section] & string}`;
}[keyof Words & string];

type WordAt<Key extends WordKey> = Key extends `${infer Section}.${infer Name}`
  ? Section extends keyof Words
    ? Name extends keyof Words[Section]
      ? Words[Section][Name]
      : never
    : never
  : never;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<W> = W extends { readonly one: infer One; readonly other: infer Other }
  ? NamesIn<One> | NamesIn<Other> | 'n'
  : NamesIn<W>;
type Values<Names extends string> = [Names] extends [never]
  ? []
  : [values: { readonly [Name in Names]: Name extends 'n' ? number : string | number }];

/** Keys whose words have no holes. */
export type PlainKey = {
  [Key in WordKey]: Values<NamesOf<WordAt<Key>>> extends [] ? Key : never;
}[WordKey];

const LANGUAGE = 'en';
const plurals = new Intl.PluralRules(LANGUAGE);

const known: Record<string, Readonly<Record<string, Word>>> = { ...en };

/** Makes words known that come only with the screens that say them; call it before their `t`. */
export function addWords(words: Partial<LaterWords>): void {
  Object.assign(known, words);
}

/**
 * The words of a key, with `{name}` replaced by its value. A word with `one` and `other` is chosen by the value `n`.
 */
export function t<Key extends WordKey>(key: Key, ...values: Values<NamesOf<WordAt<Key>>>): string {
  const [section = '', name = ''] = key.split('.');
  const word = known[section]?.[name] ?? key;
  return fillIn(word, values[0] ?? {});
}

/** Chooses singular or plural by `values.n` and replaces each `{name}`; a name without a value stays visible. */
export function fillIn(word: Word, values: Readonly<Record<string, string | number>>): string {
  const text =
    typeof word === 'string' ? word : plurals.select(Number(values['n'])) === 'one' ? word.one : word.other;
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
