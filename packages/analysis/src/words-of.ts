/** English words that say nothing about what a note is about. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  (
    'a about across after all also always an and any are as at be because been before being between both but by can ' +
    'could did do does done each even every few for from get gets had has have how if in instead into is it its just ' +
    'less lot make makes many more most much need never not of off often on one only or other our out over same several ' +
    'should so some still such than that the their them then there these they this those through to too under until up ' +
    'us very was we were what when where which while who why will with within would you your'
  ).split(' '),
);

/**
 * The words of a short text that carry meaning, cut down so that forms of one word meet: lower case, without the most
 * common English words, plural `s` taken off as in Harman's S stemmer ("How effective is suffixing?", JASIS 42, 1991),
 * then -ing, -ed, -ly and a last -e. Light on purpose: "planning" meets "plans", "general" does not meet "generate".
 */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word !== '' && !EMPTY_WORDS.has(word)).map(stemOf));
}

function stemOf(word: string): string {
  const single = singular(word);
  for (const ending of ['ing', 'ed', 'ly']) {
    const stem = single.slice(0, -ending.length);
    if (single.endsWith(ending) && stem.length >= 4) return withoutE(undoubled(stem));
  }
  return withoutE(single);
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function undoubled(stem: string): string {
  return /([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutE(stem: string): string {
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
