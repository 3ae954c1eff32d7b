/// <reference types="vite/client" />
import type { Catalog } from './catalog.ts';
import { currentLanguage, setCurrentLanguage } from './current.ts';
import type { Language } from './languages.ts';
import { chooseLanguage, FALLBACK, PSEUDO } from './languages.ts';
import type { WordKey } from './translate.ts';
import { addCatalog } from './translate.ts';

/** A file of the catalogs: `console` of `console.step`. */
export type Section = WordKey extends `${infer Name}.${string}` ? Name : never;

// Vite reads the patterns as they stand here: those of the first load, and the rest of every language.
const first = import.meta.glob<Catalog>(
  ['../catalogs/en/{framework,grid,join,live,phase,refusals,room,shell,start,transfer}.po'],
  { eager: true, import: 'catalog' },
);
const later = import.meta.glob<Catalog>(
  [
    '../catalogs/*/*.po',
    '!../catalogs/*/terms.po',
    '!../catalogs/en/{framework,grid,join,live,phase,refusals,room,shell,start,transfer}.po',
  ],
  {
    import: 'catalog',
  },
);

const sectionOf = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1, -'.po'.length)
    .replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const languageOf = (path: string) => path.split('/').at(-2) ?? '';

/** The sections in English that every page has from its first load on. */
export const FIRST_SECTIONS: readonly string[] = Object.keys(first).map(sectionOf);

/** `own` of the language that is spoken, of which the pseudo-language is made where that is it. */
async function add(section: string, catalog: Catalog): Promise<void> {
  addCatalog(FALLBACK, section, catalog);
  if (currentLanguage() !== PSEUDO) return;
  const { pseudoCatalog } = await import('./pseudo.ts');
  addCatalog(PSEUDO, section, pseudoCatalog(catalog));
}

const loadedIn = (language: Language, sections: readonly string[]) =>
  Object.entries(later).filter(
    ([path]) => languageOf(path) === language && sections.includes(sectionOf(path)),
  );

const loading = new Map<string, Promise<void>>();

async function load(path: string, fetch: () => Promise<Catalog>): Promise<void> {
  const catalog = await fetch();
  if (languageOf(path) === FALLBACK) await add(sectionOf(path), catalog);
  else addCatalog(currentLanguage(), sectionOf(path), catalog);
}

/** Loads a module together with the sections it says, in the language of the page and in English for what that lacks. */
export async function withWords<Part>(
  load: () => Promise<Part>,
  sections: readonly Section[],
): Promise<Part> {
  const [part] = await Promise.all([load(), loadWords(sections)]);
  return part;
}

async function loadWords(sections: readonly string[]): Promise<void> {
  const languages = new Set([currentLanguage(), FALLBACK] as const);
  const files = [...languages].flatMap((language) => loadedIn(language, sections));
  await Promise.all(
    files.map(([path, fetch]) => {
      const known =
        loading.get(path) ??
        load(path, fetch).catch((error: unknown) => {
          loading.delete(path);
          throw error;
        });
      loading.set(path, known);
      return known;
    }),
  );
}

/**
 * Chooses the language of the page, the first of `wanted` that is spoken, and makes the words of the first load known
 * in it. To be waited for before anything is shown.
 */
export async function startWords(wanted: readonly string[]): Promise<void> {
  setCurrentLanguage(chooseLanguage(wanted), wanted);
  await Promise.all(Object.entries(first).map(([path, catalog]) => add(sectionOf(path), catalog)));
  await loadWords(FIRST_SECTIONS);
}
