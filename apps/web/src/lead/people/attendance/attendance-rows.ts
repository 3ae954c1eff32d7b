import type { Role } from '@coherence/protocol';
import type { BoardPerson } from '../../../live/server/api.ts';
import type { AttendanceRow } from './attendance-csv.ts';
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
