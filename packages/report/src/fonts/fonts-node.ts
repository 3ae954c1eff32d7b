import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FontBytes, LoadedFonts } from './loaded-fonts.ts';

export type { LoadedFonts } from './loaded-fonts.ts';

const FACES = [
  { folder: 'atkinson-hyperlegible-next', family: 'Atkinson Hyperlegible Next', weights: [400, 600, 700] },
  { folder: 'source-serif-4', family: 'Source Serif 4', weights: [600] },
] as const;
// The PNG engine writes with the first file that has family and weight, and looks for missing letters in the rest.
const SUBSETS = ['latin', 'latin-ext'] as const;

let loading: Promise<LoadedFonts> | null = null;

/** Reads the fonts and the picture engine from the installed packages; once per process. */
export function loadFonts(): Promise<LoadedFonts> {
  loading ??= readFonts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function readFonts(): Promise<LoadedFonts> {
  const { resolve } = createRequire(import.meta.url);
  const faces = FACES.flatMap(({ folder, family, weights }) =>
    weights.flatMap((weight) =>
      SUBSETS.map(async (subset): Promise<FontBytes> => {
        const file = resolve(`@fontsource/${folder}/files/${folder}-${subset}-${weight}-normal.woff2`);
        return { family, weight, style: 'normal', format: 'woff2', bytes: await readFile(file) };
      }),
    ),
  );
  const resvg = await readFile(resolve('@resvg/resvg-wasm/index_bg.wasm'));
  return { faces: await Promise.all(faces), resvg };
}
