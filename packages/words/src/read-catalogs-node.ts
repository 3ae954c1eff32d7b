import { readdirSync, readFileSync } from 'node:fs';
import { compileCatalog } from './compile/compile-catalog.ts';
import { sectionOf } from './compile/read-entries.ts';
import { TERMS_FILE, termsOf } from './compile/read-terms-node.ts';
import { isLanguage, LANGUAGES, PSEUDO } from './languages.ts';
import { pseudoCatalog } from './pseudo.ts';
import { addCatalog } from './translate.ts';

export { readEntries } from './compile/read-entries.ts';
export { termsOf } from './compile/read-terms-node.ts';
export { wordValues } from './compile/word-values.ts';

const CATALOGS = new URL('../catalogs/', import.meta.url);

/** The catalog files of a language but its terms: sections with their PO texts, by name. */
export function catalogFiles(language: string): readonly { readonly section: string; readonly po: string }[] {
  const folder = new URL(`${language}/`, CATALOGS);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.po') && file !== TERMS_FILE)
    .toSorted()
    .map((file) => ({ section: sectionOf(file), po: readFileSync(new URL(file, folder), 'utf8') }));
}

let isRead = false;

/** Reads and compiles the catalogs of every language, once per process, and makes their words known. */
export function readCatalogs(): void {
  if (isRead) return;
  isRead = true;
  for (const language of Object.keys(LANGUAGES).filter(isLanguage)) {
    const terms = termsOf(language);
    for (const { section, po } of catalogFiles(language)) {
      const catalog = compileCatalog(section, po, terms);
      addCatalog(language, section, catalog);
      if (language === 'en') addCatalog(PSEUDO, section, pseudoCatalog(catalog));
    }
  }
}
