import type { Role } from '@coherence/protocol';
import type { BoardPerson } from '../../../live/server/api.ts';
import type { Attendance } from './match-expected.ts';

type SheetWords = {
  /** Name, unit, role, joined at, status. */
  readonly columns: readonly string[];
  readonly role: (role: Role) => string;
  readonly time: (joinedAt: number) => string;
  readonly status: { readonly joined: string; readonly missing: string; readonly unexpected: string };
};

/** The attendance as a sheet: a heading, who came in the order in which they joined, then who did not. */
export function attendanceRows(
  { joined, missing, unexpected }: Attendance<BoardPerson>,
  unitName: (id: string) => string,
  words: SheetWords,
): readonly AttendanceRow[] {
  const expectedIds = new Set(joined.map(({ person }) => person.id));
  const came = [...joined.map(({ person }) => person), ...unexpected].sort(
    (a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1),
  );
  return [
    words.columns,
    ...came.map(({ id, name, unit, role, joinedAt }) => [
      name,
      unitName(unit),
      words.role(role),
      words.time(joinedAt),
      expectedIds.has(id) ? words.status.joined : words.status.unexpected,
    ]),
    ...missing.map(({ expected }) => [expected.name, expected.unit, '', '', words.status.missing]),
  ];
}

type AttendanceRow = readonly string[];

/**
 * A spreadsheet takes a cell that begins like this for a formula, and runs it: with a sign, in its wide and small forms
 * too, behind blanks and marks that it drops. Where a spreadsheet splits at semicolons or tabs, as with European
 * settings, quotes do not hold a cell together, so that every part of it may become the beginning of one.
 */
const FORMULA =
  /(^|[;,|\t\r\n])((?![\t\r\n])[\p{Z}\p{Cc}\p{Cf}])*(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B])/gu;
const BLANK_START = /^(?=[\t\r\n])/;

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents right; no cell is a formula. */
export function attendanceCsv(rows: readonly AttendanceRow[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const safe = value.replace(FORMULA, "$&'").replace(BLANK_START, "'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
