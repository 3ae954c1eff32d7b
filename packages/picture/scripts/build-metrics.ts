/**
 * Writes `src/text/metrics-data.ts` from the font files the product serves, so that every program breaks lines
 * alike without loading a font. Run it again when the font packages change:
 * `node packages/picture/scripts/build-metrics.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import * as fontkit from 'fontkit';

const fontFolder = new URL('../../../apps/web/node_modules/@fontsource/', import.meta.url);
const faces = [
  { name: 'text', family: 'atkinson-hyperlegible-next', weight: 400 },
  { name: 'textSemibold', family: 'atkinson-hyperlegible-next', weight: 600 },
  { name: 'textBold', family: 'atkinson-hyperlegible-next', weight: 700 },
  { name: 'title', family: 'source-serif-4', weight: 600 },
] as const;
const kernedCharacters = [...asciiCharacters(), '\u2019', '\u201c', '\u201d', '\u2013', '\u2014'];

function asciiCharacters(): string[] {
  return Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
}

function openFont(family: string, subset: string, weight: number): fontkit.Font {
  const file = new URL(`${family}/files/${family}-${subset}-${weight}-normal.woff2`, fontFolder);
  const font = fontkit.create(readFileSync(file));
  if (!('characterSet' in font)) throw new Error(`${file.pathname} is a collection, not one font`);
  return font;
}

function advancesOf(font: fontkit.Font, except: ReadonlyMap<number, number>): Map<number, number> {
  const scale = 1000 / font.unitsPerEm;
  const codePoints = font.characterSet.filter((codePoint) => !except.has(codePoint));
  return new Map(
    codePoints.map((codePoint) => [
      codePoint,
      Math.round(font.glyphForCodePoint(codePoint).advanceWidth * scale),
    ]),
  );
}

/** Runs of neighbouring code points: `start:width,width;start:width` in base 36, widths in 1/1000 em. */
function encodeAdvances(widths: Map<number, number>): string {
  const runs: string[] = [];
  let previous = -2;
  for (const [codePoint, width] of [...widths].toSorted((a, b) => a[0] - b[0])) {
    const encoded = width.toString(36);
    if (codePoint === previous + 1) runs.push(`${runs.pop() ?? ''},${encoded}`);
    else runs.push(`${codePoint.toString(36)}:${encoded}`);
    previous = codePoint;
  }
  return runs.join(';');
}

/** One line for each adjustment in 1/1000 em: the number, a space, and the pairs of characters it moves. */
function encodeKerning(font: fontkit.Font): string {
  const scale = 1000 / font.unitsPerEm;
  const pairs = new Map<number, string>();
  for (const left of kernedCharacters) {
    for (const right of kernedCharacters) {
      const plain = advanceOf(font, left) + advanceOf(font, right);
      const adjustment = Math.round((font.layout(left + right).advanceWidth - plain) * scale);
      if (adjustment !== 0) pairs.set(adjustment, (pairs.get(adjustment) ?? '') + left + right);
    }
  }
  return [...pairs].map(([adjustment, moved]) => `${adjustment} ${moved}`).join('\n');
}

function advanceOf(font: fontkit.Font, character: string): number {
  return font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
}

const entries = faces.map((face) => {
  const latin = openFont(face.family, 'latin', face.weight);
  const basic = advancesOf(latin, new Map());
  const extended = advancesOf(openFont(face.family, 'latin-ext', face.weight), basic);
  const data = {
    basic: encodeAdvances(basic),
    extended: encodeAdvances(extended),
    kerning: encodeKerning(latin),
  };
  return [face.name, data] as const;
});
const source = `// Written by scripts/build-metrics.ts from the font files. Do not edit.
export const metricsData = ${JSON.stringify(Object.fromEntries(entries), null, 2)};
`;
writeFileSync(new URL('../src/text/metrics-data.ts', import.meta.url), source);
