import type { Role } from '@coherence/protocol';
import type { CsvCell } from '@coherence/lists';
import type { BoardPerson } from '../../../live/server/api.ts';
import type { Attendance } from './match-expected.ts';

type SheetWords = {
  /** Name, unit, role, joined at, status. */
  readonly columns: readonly string[];
  readonly role: (role: Role) => string;
  readonly time: (joinedAt: number) => string;
  readonly status: { readonly joined: string; readonly missing: string; readonly unexpected: string };
};

/** The attendance as rows of CSV: a heading, who came in the order in which they joined, then who did not. */
export function attendanceRows(
  { joined, missing, unexpected }: Attendance<BoardPerson>,
  unitName: (id: string) => string,
  words: SheetWords,
): readonly (readonly CsvCell[])[] {
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
      { value: words.time(joinedAt) },
      expectedIds.has(id) ? words.status.joined : words.status.unexpected,
    ]),
    ...missing.map(({ expected }) => [expected.name, expected.unit, '', '', words.status.missing]),
  ];
}

/** What the file is called; `now` in ms since 1970. */
export function sheetName(now: number): string {
  return `attendance ${sheetTime(now).slice(0, 10)}.csv`;
}

/** Local date and time as spreadsheets sort it: 2027-03-04 09:05. `at` in ms since 1970. */
export function sheetTime(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
