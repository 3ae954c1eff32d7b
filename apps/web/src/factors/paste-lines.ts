import { PASTE_MAX, TEXT_MAX } from '@coherence/board';

export type PastedFactors = {
  /** One text for each factor, at most PASTE_MAX, none longer than TEXT_MAX. */
  readonly texts: readonly string[];
  /** How many more lines the paste held. */
  readonly left: number;
  /** The first text that was left out, so that a person knows where to go on. */
  readonly next: string | null;
};

/**
 * Reads a pasted list as factors: one for each line, or for each row of a spreadsheet, without bullets and numbers.
 * Null when there is nothing to split, so that the paste can go on as usual.
 */
export function factorsFromPaste(pasted: string): PastedFactors | null {
  const found = readPaste(pasted);
  return found.texts.length < 2 ? null : found;
}

/** As `factorsFromPaste`, for a place where one line is a factor too. */
export function readPaste(pasted: string): PastedFactors {
  const text = pasted.replace(/\r\n?/g, '\n');
  const rows = looksLikeSheet(text) ? sheetRows(text) : text.split('\n');
  const texts = rows
    .map((row) => withoutBullet(row))
    .filter((row) => row !== '')
    .flatMap(inPieces);
  return {
    texts: texts.slice(0, PASTE_MAX),
    left: Math.max(0, texts.length - PASTE_MAX),
    next: texts[PASTE_MAX] ?? null,
  };
}

const BULLET = /^\s*(?:[-*+•‣◦▪▫■□●○∙·–—]|\(?\d{1,3}[.)]|[a-z]\)|\[[ xX]?\])\s+/;

function withoutBullet(line: string): string {
  let rest = line;
  while (BULLET.test(rest)) rest = rest.replace(BULLET, '');
  return rest.trim();
}

function looksLikeSheet(text: string): boolean {
  return text.includes('\t') || /(^|\n)"(?:[^"\n]|"")*\n(?:[^"]|"")*"(\n|$)/.test(text);
}

/** Tab-separated rows; a quoted cell may hold line breaks and doubled quotes. A leading cell of digits is a number. */
function sheetRows(text: string): string[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) break;
    const [, quoted, plain, end] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
    if (end === '\n') rows.push([]);
  }
  return rows.map((cells) => {
    const words = cells.filter((words) => words !== '');
    if (words.length > 1 && /^[A-Z]?\d{1,4}\.?$/.test(words[0] ?? '')) words.shift();
    return words.join(', ');
  });
}

/** A text too long for one factor becomes several, cut at a space, so that no word is lost. */
export function inPieces(line: string): string[] {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > TEXT_MAX) {
    const space = rest.lastIndexOf(' ', TEXT_MAX);
    const cut = space > 0 ? space : TEXT_MAX - (isHighSurrogate(rest[TEXT_MAX - 1]) ? 1 : 0);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return [...pieces, rest];
}

function isHighSurrogate(char: string | undefined): boolean {
  return char !== undefined && char >= '\uD800' && char <= '\uDBFF';
}
