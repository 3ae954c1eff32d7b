import { mapPicture } from '@coherence/picture';
import * as fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFonts } from '../fonts/fonts-node.ts';
import { englishPictures as words } from '../testing/english.ts';
import { pngLimits, type PngOptions, svgToPng } from './png.ts';

let options: PngOptions;
beforeAll(async () => {
  const { faces, resvg } = await loadFonts();
  options = { scale: 1, fonts: faces.map((face) => face.bytes), wasm: resvg };
});

function page(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`;
}

function writing(text: string, family: string, weight: number): string {
  return page(
    200,
    40,
    `<text x="10" y="28" font-family="${family}" font-weight="${weight}" font-size="20">${text}</text>`,
  );
}

/** Dark pixels of a PNG: 8 bits RGBA, not interlaced, as resvg writes it. */
async function inkOf(svg: string, fonts = options.fonts): Promise<number> {
  const result = await svgToPng(svg, { ...options, fonts });
  if (!result.ok) throw new Error(result.error.code);
  const { bytes, width, height } = result.value;
  const pixels = unfilter(inflateSync(imageData(bytes)), width * 4, height);
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0) < 384) dark += 1;
  }
  return dark;
}

function imageData(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCodePoint(...png.subarray(at + 4, at + 8));
    if (name === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return Buffer.concat(parts);
}

/** PNG filters 0 to 4, RFC 2083 section 6. */
function unfilter(raw: Uint8Array, stride: number, rows: number): Uint8Array {
  const out = new Uint8Array(stride * rows);
  for (let row = 0; row < rows; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column;
      const left = column >= 4 ? (out[at - 4] ?? 0) : 0;
      const above = row > 0 ? (out[at - stride] ?? 0) : 0;
      const corner = column >= 4 && row > 0 ? (out[at - stride - 4] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      out[at] = (raw[row * (stride + 1) + 1 + column] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [left, above, corner].map((side) => Math.abs(left + above - corner - side));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? above : corner;
}

describe('svgToPng', () => {
  test('draws the glyphs of every face, and nothing where the fonts are missing', async () => {
    const faces = [
      ['Atkinson Hyperlegible Next', 400],
      ['Atkinson Hyperlegible Next', 600],
      ['Atkinson Hyperlegible Next', 700],
      ['Source Serif 4', 600],
    ] as const;
    const inks = [];
    for (const [family, weight] of faces) inks.push(await inkOf(writing('Hamburgefonstiv', family, weight)));
    for (const ink of inks) expect(ink).toBeGreaterThan(300);
    expect(new Set(inks).size).toBe(faces.length);
    expect(await inkOf(writing('Hamburgefonstiv', 'Source Serif 4', 600), [])).toBe(0);
  });

  test('draws letters of both files of a face in one line, as the empty box of no font', async () => {
    const title = (text: string) =>
      mapPicture({ title: text, nodes: [], links: [], groups: [], drawings: [] }, { words });
    const inks = await Promise.all(['Zaź', 'ZaźŁ', 'ZaźŁa'].map((text) => inkOf(title(text))));
    const box = (await inkOf(title('\u4e00'))) - (await inkOf(title('')));
    const added = (inks[1] ?? 0) - (inks[0] ?? 0);
    expect(added).toBeGreaterThan(40);
    expect(added).not.toBe(box);
    expect(inks[2]).toBeGreaterThan(inks[1] ?? 0);
  });

  test('draws a map whatever people typed on it', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('</svg>', '&nbsp;', ']]>', '\u0000'),
    );
    const draws = fc.asyncProperty(typed, typed, async (title, text) => {
      const node = { id: 'a', text, kind: 'issue' as const, x: 0, y: 0, w: 206, number: title };
      const svg = mapPicture(
        { title, question: text, nodes: [node], links: [], groups: [], drawings: [] },
        { words },
      );
      expect(await svgToPng(svg, { ...options, scale: 0.25 })).toMatchObject({ ok: true });
    });
    await fc.assert(draws, { numRuns: 12 });
  });

  test('draws a map at the asked scale', async () => {
    const svg = mapPicture({ title: 'A map', nodes: [], links: [], groups: [], drawings: [] }, { words });
    const one = await svgToPng(svg, options);
    const two = await svgToPng(svg, { ...options, scale: 2 });
    expect(one.ok && two.ok && two.value.width === one.value.width * 2).toBe(true);
    expect(one.ok && [...one.value.bytes.subarray(1, 4)]).toEqual([80, 78, 71]);
  });

  test('refuses what is too large and says which scale fits', async () => {
    const wide = page(10_000, 100, '');
    const refused = await svgToPng(wide, { ...options, scale: 2 });
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'picture-too-large', values: { largestScale: 1.63 } },
    });
    const fitting = await svgToPng(wide, { ...options, scale: 1.63 });
    expect(fitting.ok && fitting.value.width <= pngLimits.side).toBe(true);
    const heavy = await svgToPng(page(6000, 6000, ''), { ...options, scale: 4 });
    expect(heavy).toMatchObject({
      ok: false,
      error: { code: 'picture-too-large', values: { largestScale: 1.66 } },
    });
  });

  test('says so where there is no picture, and can draw again afterwards', async () => {
    expect(await svgToPng('no picture', options)).toMatchObject({ ok: false, error: { code: 'not-drawn' } });
    expect((await svgToPng(page(10, 10, ''), options)).ok).toBe(true);
  });
});
