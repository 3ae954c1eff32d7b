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
  /** Every face the pictures write with, each with its file of plain letters before further files of the face. */
  readonly faces: readonly FontBytes[];
  /** The WebAssembly module of @resvg/resvg-wasm, for PNG. */
  readonly resvg: Uint8Array;
};
