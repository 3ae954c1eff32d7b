import { existsSync, readFileSync } from 'node:fs';
import { FALLBACK } from '../languages.ts';
import type { Terms } from './terms.ts';
import { readTerms } from './terms.ts';

/** The file of a language whose entries are no words of their own: they take the place of values in all its words. */
export const TERMS_FILE = 'terms.po';

const CATALOGS = new URL('../../catalogs/', import.meta.url);

/** The terms of a language, and of English where it lacks one. */
export function termsOf(language: string): Terms {
  const files = [FALLBACK, language].map((folder) => new URL(`${folder}/${TERMS_FILE}`, CATALOGS));
  return new Map(
    files.flatMap((file) => (existsSync(file) ? [...readTerms(readFileSync(file, 'utf8'))] : [])),
  );
}
