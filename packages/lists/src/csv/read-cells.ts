export type Separator = ',' | ';' | '\t' | '|';

const CELLS: Readonly<Record<Separator, RegExp>> = {
  ',': /(?:"([^"]*(?:""[^"]*)*)"(?=[,\r\n]|$)|([^,\r\n]*))(,|\r\n|\r|\n|$)/gy,
  ';': /(?:"([^"]*(?:""[^"]*)*)"(?=[;\r\n]|$)|([^;\r\n]*))(;|\r\n|\r|\n|$)/gy,
  '\t': /(?:"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy,
  '|': /(?:"([^"]*(?:""[^"]*)*)"(?=[|\r\n]|$)|([^|\r\n]*))(\||\r\n|\r|\n|$)/gy,
};

/**
 * Rows of cells. A cell in double quotes may hold separators, breaks and doubled quotes; a quote that nothing closes is
 * a letter like others.
 */
export function readCells(text: string, separator: Separator): string[][] {
  const rows: string[][] = [];
  const cells = CELLS[separator];
  let row: string[] = [];
  for (let at = 0; at < text.length;) {
    cells.lastIndex = at;
    const [whole = '', quoted, plain = '', end = ''] = cells.exec(text) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    at += whole.length;
    if (end === separator && at < text.length) continue;
    if (end === separator) row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}
