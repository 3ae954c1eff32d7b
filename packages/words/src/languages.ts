/** The languages people can choose, each with its name in itself: the only list of them. Their words are in `catalogs/<tag>`. */
export const LANGUAGES = {
  en: 'English',
} as const satisfies Readonly<Record<string, string>>;

/** English with accents and longer words: it shows what was written past the catalogs, and no person can choose it. */
export const PSEUDO = 'en-XA';

/** Stands in for a message that a language lacks. */
export const FALLBACK = 'en';

export type ListedLanguage = keyof typeof LANGUAGES;
export type Language = ListedLanguage | typeof PSEUDO;

/** Whether something is spoken in a language of this tag, as `LANGUAGES` writes it. */
export function isLanguage(tag: string): tag is Language {
  return tag === PSEUDO || Object.hasOwn(LANGUAGES, tag);
}

/**
 * The first of `wanted` that is spoken, else English. `wanted`: language tags, the dearest first; of `es-MX` the `es`
 * is good enough.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  const known = [...Object.keys(LANGUAGES), PSEUDO].filter((tag) => isLanguage(tag));
  for (const tag of wanted) {
    const asked = tag.toLowerCase();
    const found =
      known.find((language) => language.toLowerCase() === asked) ??
      known.find((language) => language.toLowerCase() === asked.split('-')[0]);
    if (found !== undefined) return found;
  }
  return FALLBACK;
}

/** The tags of an `Accept-Language` header, the dearest first. Tags with `q=0` and `*` are left out. */
export function tagsOf(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.split(';').map((one) => one.trim());
      const quality = settings.find((one) => one.startsWith('q='))?.slice(2) ?? '1';
      return { tag, quality: Number(quality) };
    })
    .filter(({ tag, quality }) => /^[a-z]/i.test(tag) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
