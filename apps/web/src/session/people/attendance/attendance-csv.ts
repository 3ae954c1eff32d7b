export type AttendanceRow = readonly string[];

/** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
const FORMULA = /^[\s]*[=+\-@]|^[\t\r\n]/;

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents right; no cell is a formula. */
export function attendanceCsv(rows: readonly AttendanceRow[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What the file is called. */
export function sheetName(now = Date.now()): string {
  return `attendance ${sheetTime(now).slice(0, 10)}.csv`;
}

/** Local date and time as spreadsheets sort it: 2027-03-04 09:05. `at` in ms since 1970. */
export function sheetTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
