import type { Translate, ValuesOf, WordKey } from './translate.ts';

/** The codes that the words of a stem are for: `factor-gone` of `refusals.board_factor-gone` and `refusals.board_`. */
export type CodeOf<Stem extends string> = keyof CodedBy<Stem>;

/** What the words of a stem name, by code. Keys are taken apart, never put together: that would pair every word with every other. */
type CodedBy<Stem extends string> = {
  readonly [
    Key in WordKey as Key extends `${Stem}${infer Code}` ? Code : never
  ]: ValuesOf<Key> extends readonly [infer Values] ? Values : Readonly<Record<never, never>>;
};

/** What the words of a stem can say: each code with the values that its words name. */
export type Coded<Stem extends string> = {
  readonly [Code in CodeOf<Stem>]: { readonly code: Code; readonly values: CodedBy<Stem>[Code] };
}[CodeOf<Stem>];

/**
 * The words of a failure that is a code with values. A failure whose code has no words under the stem, or whose words
 * name a value that it does not have, does not compile.
 */
export function sayCoded<Stem extends string>(t: Translate, stem: Stem, coded: Coded<Stem>): string {
  const { code, values } = coded as unknown as { readonly code: string; readonly values: object };
  return (t as (key: string, values: object) => string)(`${stem}${code}`, values);
}
