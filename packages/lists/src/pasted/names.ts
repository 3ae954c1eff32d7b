/** What stands after a name and is neither a first name nor a unit: "Sam O'Neil, Ph.D." */
const SUFFIX =
  /^(?:jr|sr|[iv]{2,3}|esq|ph\.? ?d|ed\.? ?[ds]|psy\.? ?d|dr\.? ?p\.? ?h|m\.? ?ed|m\.? ?d|d\.? ?o|j\.? ?d|m\.? ?[as]|m\.? ?b\.? ?a|m\.? ?p\.? ?[ah]|m\.? ?s\.? ?w|b\.? ?[as]|r\.? ?n|l\.? ?[cm]\.? ?s\.? ?w|c\.? ?p\.? ?a|ncc|bcba(?:-d)?|ccc-slp)\.?$/i;
const ADDRESS = /^(?:mailto:)?[^\s@<>,;"()]+@[^\s@<>,;"()]+$/i;

export function isAddress(words: string): boolean {
  return ADDRESS.test(words);
}

/** The parts between commas, with what belongs to a name put back to it: `[name, ...what follows]`. */
export function partsOfName(words: string): readonly [string, ...string[]] {
  const [name = '', ...rest] = words.split(',').map((part) => part.trim());
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const others = rest.filter((part) => part !== '' && !SUFFIX.test(part));
  return [name, ...others, ...suffixes.map((suffix) => `, ${suffix}`)];
}

/** A name as a person says it: "Rivera, Ana" is Ana Rivera, "Sam O'Neil, Ph.D." stays. */
export function spokenName(words: string): string {
  const [last, ...rest] = partsOfName(withoutQuotes(words).replaceAll(/\s+/g, ' ').trim());
  const suffixes = rest.filter((part) => part.startsWith(', ')).join('');
  const first = rest.filter((part) => !part.startsWith(', ')).join(', ');
  return `${first} ${last}`.trim() + suffixes;
}

export function withoutQuotes(words: string): string {
  return words
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"');
}
