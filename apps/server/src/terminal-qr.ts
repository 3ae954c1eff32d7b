import createQr from 'qrcode-generator';

const QUIET = 2;

/** A QR code for a terminal, two modules a character, dark on light by colour so that it scans on any theme. */
export function terminalQr(text: string): string {
  const code = createQr(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const dark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < size && column < size && code.isDark(row, column);
  const lines: string[] = [];
  for (let row = -QUIET; row < size + QUIET; row += 2) {
    let line = '';
    for (let column = -QUIET; column < size + QUIET; column += 1) {
      const [top, bottom] = [dark(row, column), dark(row + 1, column)];
      line += top ? (bottom ? '█' : '▀') : bottom ? '▄' : ' ';
    }
    lines.push(`\u001b[30;107m${line}\u001b[0m`);
  }
  return lines.join('\n');
}
