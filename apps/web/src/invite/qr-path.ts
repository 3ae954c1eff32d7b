import makeQr from 'qrcode-generator';

type QrPath = {
  /** Modules a side, the quiet zone included. */
  readonly size: number;
  /** One square a dark module, in units of a module. */
  readonly path: string;
};

/** Light modules around the code, as the standard asks. */
const QUIET = 4;

/** A QR code as one SVG path, at error correction M. */
export function qrPath(text: string): QrPath {
  const code = makeQr(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const squares: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) squares.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  return { size: count + 2 * QUIET, path: squares.join('') };
}
