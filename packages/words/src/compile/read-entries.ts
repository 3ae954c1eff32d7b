import { parsePo } from 'pofile-ts';

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
