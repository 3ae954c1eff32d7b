const WORDS = 5;
const LENGTH = 48;

/**
 * A file name that is safe everywhere: what it is (`map` of `map.svg`), the first words of the title, the date (YYYY-MM-DD). A title
 * without Latin letters is left out.
 */
export function fileNameOf(name: `${string}.${string}`, title: string, date: string): string {
  const [what = '', ...format] = name.split('.');
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['\u2019]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).slice(0, WORDS).join('-').slice(0, LENGTH);
  return `${[what, slug, date].filter((part) => part !== '').join('-')}.${format.join('.')}`;
}
