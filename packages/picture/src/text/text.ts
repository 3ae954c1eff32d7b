import { metricsData } from './metrics-data.ts';

/** A face the product ships: text at 400, 600 and 700 is Atkinson Hyperlegible Next, title is Source Serif 4. */
export type FontFace = keyof typeof metricsData;

type Metrics = {
  /** What the face's first file (latin) has, and what only its second file (latin-ext) adds. */
  basic: Map<number, number>;
  extended: Map<number, number>;
  kerning: Map<string, number>;
};

/** A stretch of a line that one font file can write, `x` px from the start of the line. */
export type TextRun = { readonly text: string; readonly x: number };

const loaded = new Map<FontFace, Metrics>();
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const zeroWidth = /^[\p{M}\p{Cf}\p{Cc}]$/u;
const fullWidth =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}\uff01-\uff60]$/u;
const ideograph = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/**
 * Width in px of one line of text at `size` px, kerning included. Characters the fonts lack are taken as
 * 0.62 em (1.1 em for full-width scripts), so a substitute font seldom runs past a border.
 */
export function measureText(text: string, face: FontFace, size: number): number {
  const metrics = metricsOf(face);
  let width = 0;
  let previous = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    width += metrics.basic.get(codePoint) ?? metrics.extended.get(codePoint) ?? missingAdvance(character);
    width += metrics.kerning.get(previous + character) ?? 0;
    previous = character;
  }
  return (width * size) / 1000;
}

/**
 * Breaks text into lines no wider than `maxWidth` px: after spaces and hyphens, between ideographs, inside a
 * word only where it is too long for a line of its own. Spaces at a break stay at the end of their line and
 * may hang over, so the lines joined are the text without its newlines. One grapheme wider than the line
 * gets a line of its own. Empty text is one empty line.
 */
export function breakLines(text: string, face: FontFace, size: number, maxWidth: number): string[] {
  const paragraphs = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  return paragraphs.flatMap((paragraph) => breakParagraph(paragraph, face, size, maxWidth));
}

/**
 * Cuts a line where it passes from one font file to another. Renderers that cannot mix two files of one face
 * within a run (resvg shapes both and gives up if their glyphs do not pair) then draw every letter.
 */
export function textRuns(line: string, face: FontFace, size: number): TextRun[] {
  const metrics = metricsOf(face);
  const fileOf = (grapheme: string) => {
    const codePoints = [...grapheme].map((character) => character.codePointAt(0) ?? 0);
    if (codePoints.every((codePoint) => metrics.basic.has(codePoint))) return 'basic';
    return codePoints.some((codePoint) => metrics.extended.has(codePoint)) ? 'extended' : 'none';
  };
  const runs: { text: string; file: string }[] = [];
  for (const { segment } of graphemes.segment(line)) {
    const file = fileOf(segment);
    const last = runs.at(-1);
    if (last?.file === file) last.text += segment;
    else runs.push({ text: segment, file });
  }
  let before = '';
  return runs.map(({ text }) => {
    const run = { text, x: measureText(before, face, size) };
    before += text;
    return run;
  });
}

/** Cuts text to one line of `maxWidth` px, ending in an ellipsis if anything was left out. */
export function fitLine(text: string, face: FontFace, size: number, maxWidth: number): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (measureText(line, face, size) <= maxWidth) return line;
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    if (measureText(`${kept}${segment}…`, face, size) > maxWidth) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function breakParagraph(paragraph: string, face: FontFace, size: number, maxWidth: number): string[] {
  const fits = (line: string) => measureText(line.trimEnd(), face, size) <= maxWidth;
  const lines: string[] = [];
  let line = '';
  for (const word of words(paragraph)) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    if (fits(word)) continue;
    const pieces = breakWord(word, fits);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line];
}

/** Pieces between which a line may break, each with the spaces that follow it. */
function words(paragraph: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let previous = '';
  for (const { segment } of graphemes.segment(paragraph)) {
    if (piece !== '' && mayBreak(previous, segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
    previous = segment;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || after === '\t') return false;
  if (before === ' ' || before === '\t' || before === '\u200b') return true;
  if (/^[-\u2010\u2013\u2014/]$/u.test(before)) return /^\p{L}/u.test(after);
  return (
    (ideograph.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/[\p{L}\p{N}]/u.test(before) && ideograph.test(after))
  );
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}

function missingAdvance(character: string): number {
  if (character === '\t') return 250;
  if (zeroWidth.test(character)) return 0;
  return fullWidth.test(character) ? 1100 : 620;
}

function metricsOf(face: FontFace): Metrics {
  const known = loaded.get(face);
  if (known) return known;
  const data = metricsData[face];
  const metrics = {
    basic: decodeAdvances(data.basic),
    extended: decodeAdvances(data.extended),
    kerning: decodeKerning(data.kerning),
  };
  loaded.set(face, metrics);
  return metrics;
}

function decodeAdvances(encoded: string): Map<number, number> {
  const advances = new Map<number, number>();
  for (const run of encoded.split(';')) {
    const [start = '', widths = ''] = run.split(':');
    const first = Number.parseInt(start, 36);
    widths.split(',').forEach((width, index) => advances.set(first + index, Number.parseInt(width, 36)));
  }
  return advances;
}

function decodeKerning(encoded: string): Map<string, number> {
  const kerning = new Map<string, number>();
  for (const line of encoded.split('\n')) {
    const space = line.indexOf(' ');
    const adjustment = Number(line.slice(0, space));
    for (const pair of line.slice(space + 1).match(/../gu) ?? []) kerning.set(pair, adjustment);
  }
  return kerning;
}
