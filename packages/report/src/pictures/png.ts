import { initWasm, Resvg } from '@resvg/resvg-wasm';

export type PngOptions = {
  /** Pixels of the PNG per px of the picture. */
  readonly scale: number;
  /**
   * Font files (woff2, woff or sfnt) for every face the picture writes with; without any, no text is drawn. Of
   * two files of one face the one with the plain letters comes first.
   */
  readonly fonts: readonly Uint8Array[];
  /** The WebAssembly module of @resvg/resvg-wasm; read on the first call only. */
  readonly wasm: Uint8Array | WebAssembly.Module;
};

export type PngFailure =
  /** In px at the asked scale; `largestScale` is what would still fit, rounded down to hundredths. */
  | {
      readonly code: 'picture-too-large';
      readonly values: { readonly width: number; readonly height: number; readonly largestScale: number };
    }
  /** `fault`: what the engine says. */
  | { readonly code: 'not-drawn'; readonly values: { readonly fault: string } };

type PngResult =
  | {
      readonly ok: true;
      readonly value: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
    }
  | { readonly ok: false; readonly error: PngFailure };

/**
 * Sides above 16,384 pixels are refused by browsers and many viewers. 100 million pixels take about 4 s and
 * 0.8 GB; memory that WebAssembly once took is not given back.
 */
export const pngLimits = { side: 16_384, pixels: 100_000_000 } as const;

let engine: Promise<void> | null = null;

/**
 * Draws an SVG picture as PNG with resvg, the same in Node and in browsers. A picture that would be too large
 * is refused with the scale that fits, never drawn smaller than asked. Blocks while it draws: on a server,
 * call it from a worker. Errors: `picture-too-large`; `not-drawn` for what is no SVG or failed in the engine.
 */
export async function svgToPng(svg: string, options: PngOptions): Promise<PngResult> {
  try {
    engine ??= startEngine(options.wasm);
    await engine;
    return draw(svg, options);
  } catch (error) {
    return { ok: false, error: { code: 'not-drawn', values: { fault: String(error) } } };
  }
}

async function startEngine(wasm: PngOptions['wasm']): Promise<void> {
  try {
    await initWasm(wasm instanceof Uint8Array ? new Uint8Array(wasm) : wasm);
  } catch (error) {
    engine = null;
    throw error;
  }
}

function draw(svg: string, { scale, fonts }: PngOptions): PngResult {
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [...fonts],
      defaultFontFamily: 'Atkinson Hyperlegible Next',
      sansSerifFamily: 'Atkinson Hyperlegible Next',
      serifFamily: 'Source Serif 4',
    },
  });
  try {
    const refusal = refuseSize(picture.width, picture.height, scale);
    if (refusal) return { ok: false, error: refusal };
    const image = picture.render();
    try {
      return { ok: true, value: { bytes: image.asPng(), width: image.width, height: image.height } };
    } finally {
      image.free();
    }
  } finally {
    picture.free();
  }
}

/** Why a picture of this size in px is no PNG at this scale; null for one that is. */
export function refuseSize(width: number, height: number, scale: number): PngFailure | null {
  const bySide = pngLimits.side / Math.max(width, height);
  const byPixels = Math.sqrt(pngLimits.pixels / (width * height));
  const largestScale = Math.floor(Math.min(bySide, byPixels) * 100) / 100;
  if (scale <= largestScale) return null;
  const values = { width: Math.ceil(width * scale), height: Math.ceil(height * scale), largestScale };
  return { code: 'picture-too-large', values };
}
