/** One font file as bytes; `format` as CSS names it. */
export type FontBytes = {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  readonly format: 'woff2';
  readonly bytes: Uint8Array;
};

/** What pictures need besides the board. Where the bytes come from is the caller's affair. */
export type LoadedFonts = {
  /** Every face the pictures write with. Of two with one family and weight the later is tried first. */
  readonly faces: readonly FontBytes[];
  /** The WebAssembly module of @resvg/resvg-wasm, for PNG. */
  readonly resvg: Uint8Array;
};
