import type { I18n } from '@lingui/core';
import { setupI18n } from '@lingui/core';
import type { Catalog, Token } from './catalog.ts';
import { isolated } from './isolate.ts';
import type { Language } from './languages.ts';
import { FALLBACK } from './languages.ts';
import type { WordValues } from './word-values.ts';

/** Every word has a key "section.name"; sections are the files of a catalog folder. */
export type WordKey = keyof WordValues;

type NamesIn<Values> = Values extends unknown ? keyof Values : never;
type ValueIn<Values, Name> = Values extends unknown
  ? Name extends keyof Values
    ? Values[Name]
    : never
  : never;

/** A key whose words name no value: what tables hold. */
export type PlainKey = { [Key in WordKey]: [keyof WordValues[Key]] extends [never] ? Key : never }[WordKey];

/** What `t` is given beside a key: nothing, or every value that its words name. */
export type ValuesOf<Key extends WordKey> = [NamesIn<WordValues[Key]>] extends [never]
  ? []
  : [values: { readonly [Name in NamesIn<WordValues[Key]>]: ValueIn<WordValues[Key], Name> }];

/** The words of a key in one language, with its values in their places. */
export type Translate = <Key extends WordKey>(key: Key, ...values: ValuesOf<Key>) => string;

const engines = new Map<Language, I18n>();

function engineOf(language: Language): I18n {
  const known = engines.get(language);
  if (known !== undefined) return known;
  const made = setupI18n({ locale: language, messages: { [language]: {} } });
  engines.set(language, made);
  return made;
}

/** Makes the words of a section known in one language. */
export function addCatalog(language: Language, section: string, catalog: Catalog): void {
  const messages = Object.entries(catalog).map(([name, message]) => [
    `${section}.${name}`,
    typeof message === 'string' ? [message] : (message as Token[]),
  ]);
  engineOf(language).load(language, Object.fromEntries(messages));
}

// The engine reads `\u0041` and `\x41` in what it has put together as letters, also in words of people.
const asWritten = (value: unknown): unknown =>
  typeof value === 'string' ? isolated(value).replaceAll(/\\(?=[ux])/g, '\\u005c') : value;

/** Says words of the catalogs in `language`. A word that the language lacks is said in English, an unknown key as itself. */
export function say(language: Language, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  const engine = ([language, FALLBACK] as const)
    .map(engineOf)
    .find(({ messages }) => Object.hasOwn(messages, key));
  if (engine === undefined) return key;
  return engine._(
    key,
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asWritten(value)])),
  );
}
