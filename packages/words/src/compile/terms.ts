import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Token } from '../catalog.ts';
import { readEntries } from './read-entries.ts';

/** The words of each term: of `unitWord` those that `{unitWord}` stands for. */
export type Terms = ReadonlyMap<string, readonly Token[]>;

/** The terms in a PO file. Throws where one is not ICU MessageFormat. */
export function readTerms(po: string): Terms {
  return new Map(
    readEntries('terms', po).map(({ name, text }) => [name, compileMessageOrThrow(text) as Token[]]),
  );
}

/** Tokens with the words of terms in the place of the values that are named like them, also inside of choices. */
export function withTerms(tokens: readonly Token[], terms: Terms): readonly Token[] {
  return tokens.flatMap((token): readonly Token[] => {
    if (typeof token === 'string') return [token];
    const [name, type, format] = token;
    if (type === undefined) return terms.get(name) ?? [token];
    if (typeof format !== 'object' || format === null) return [token];
    const choices = Object.entries(format).map(([choice, its]) => [
      choice,
      Array.isArray(its) ? withTerms(its as Token[], terms) : its,
    ]);
    return [[name, type, Object.fromEntries(choices)]];
  });
}
