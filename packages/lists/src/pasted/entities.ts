const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  shy: '\u00AD',
  zwnj: '\u200C',
};

/** Text of HTML with its entities as letters; null where it has one that is not known, so that no letter is lost. */
export function decodedEntities(text: string): string | null {
  let isKnown = true;
  const decoded = text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]\w{1,30}));/g,
    (_, ten, sixteen, name) => {
      if (typeof name === 'string') {
        isKnown &&= Object.hasOwn(NAMED, name);
        return NAMED[name] ?? '';
      }
      const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(sixteen), 16);
      const isLetter = code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
      isKnown &&= isLetter;
      return isLetter ? String.fromCodePoint(code) : '';
    },
  );
  return isKnown ? decoded : null;
}
