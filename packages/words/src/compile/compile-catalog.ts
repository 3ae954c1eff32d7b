import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Catalog, Message, Token } from '../catalog.ts';
import { readEntries } from './read-entries.ts';
import type { Terms } from './terms.ts';
import { withTerms } from './terms.ts';

/** A message as `@lingui/core` says it, with its terms. Throws where `text` is not ICU MessageFormat. */
export function compile(text: string, terms: Terms = new Map()): Message {
  const tokens = withTerms(compileMessageOrThrow(text) as Token[], terms);
  const [only] = tokens;
  return tokens.length === 1 && typeof only === 'string' ? only : tokens;
}

/** The compiled messages of a PO file by name. Throws where an entry or a message cannot be read, and says which. */
export function compileCatalog(section: string, po: string, terms: Terms): Catalog {
  return Object.fromEntries(
    readEntries(section, po).map(({ name, text }) => {
      try {
        return [name, compile(text, terms)];
      } catch (error) {
        throw new Error(`${section}.${name}: ${String(error)}`, { cause: error });
      }
    }),
  );
}
