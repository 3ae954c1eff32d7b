import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { parsePo } from 'pofile-ts';
import type { Catalog, Message } from '../catalog.ts';

/** One word of a catalog file as its translator reads it. */
export interface Entry {
  /** What stands behind the dot of its id. */
  readonly name: string;
  /** ICU MessageFormat. */
  readonly text: string;
}

/** `notSent` of `not-sent`: a section is named like its file, without the ending. */
export function sectionOf(file: string): string {
  return file.replace(/\.po$/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The entries of a PO file of one section, in their order; those without words yet are left out. Throws on an id of
 * another section, on one that comes twice, and on entries with a context or a PO plural: plurals are ICU.
 */
export function readEntries(section: string, po: string): readonly Entry[] {
  const seen = new Set<string>();
  return parsePo(po).items.flatMap(({ msgid, msgctxt, msgid_plural: plural, msgstr, obsolete }) => {
    if (obsolete) return [];
    const [before, name = '', ...rest] = msgid.split('.');
    const isOurs = before === section && /^[\w-]+$/.test(name) && rest.length === 0;
    if (!isOurs || msgctxt !== null || plural !== null || seen.has(name)) {
      throw new Error(`${section}: the entry "${msgid}" is not one id of this section`);
    }
    seen.add(name);
    const [text = ''] = msgstr;
    return text === '' ? [] : [{ name, text }];
  });
}

/** A message as `@lingui/core` says it. Throws where `text` is not ICU MessageFormat. */
export function compile(text: string): Message {
  const tokens = compileMessageOrThrow(text);
  const [only] = tokens;
  return tokens.length === 1 && typeof only === 'string' ? only : (tokens as Message);
}

/** The compiled messages of a PO file by name. Throws where an entry or a message cannot be read, and says which. */
export function compileCatalog(section: string, po: string): Catalog {
  return Object.fromEntries(
    readEntries(section, po).map(({ name, text }) => {
      try {
        return [name, compile(text)];
      } catch (error) {
        throw new Error(`${section}.${name}: ${String(error)}`, { cause: error });
      }
    }),
  );
}
