const WORDS = 5;
const LENGTH = 48;

/**
 * A file name that is safe everywhere: what it is, the first words of the title, the date (YYYY-MM-DD). A title
 * without Latin letters is left out.
 */
export function fileNameOf(what: string, title: string, date: string, format: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['\u2019]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).slice(0, WORDS).join('-').slice(0, LENGTH);
  return `${[what, slug, date].filter((part) => part !== '').join('-')}.${format}`;
}
