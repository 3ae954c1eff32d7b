type Given = Readonly<Record<string, unknown>>;

/** One step of the format of a file: a board, a version of one, an agenda. `schema` in the file says which it has. */
export interface FileMigration {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** What the file says in the format `to`, but for its `schema`. */
  up(file: Given): Given;
}

/** Never edit one that shipped. There is none yet: the formats of today are the first. */
const FILE_MIGRATIONS: readonly FileMigration[] = [];

/** The file in the newest format of its kind. What is in no format we know, a newer one among them, stays as it is. */
export function inNewestFormat(given: unknown, migrations = FILE_MIGRATIONS): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  const file = given as Given;
  const next = migrations.find(({ from }) => from === file['schema']);
  if (next === undefined) return given;
  return inNewestFormat({ ...next.up(file), schema: next.to }, migrations);
}
