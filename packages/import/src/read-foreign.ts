import {
  BOARD_SCHEMA,
  inNewestFormat,
  boardFileSchema,
  overfullLists,
  readBoardFile,
  type BoardFile,
  type BoardFileInput,
} from '@coherence/board';
import { kindOfValue } from './kind/kind-of-value.ts';
import { refuseKind } from './kind/refuse-kind.ts';
import { boardReferences } from './refusal/board-references.ts';
import { accept, problem, refuse, type Checked, type Problem } from './refusal/failure.ts';
import { givenAs, problemsOf } from './refusal/problems.ts';
import { isObject, leftOut, type ReportRow } from './report.ts';
import {
  checkCoherenceGrid,
  checkTemplate,
  coherenceGridSchema,
  coherenceGridToBoard,
} from './sample/coherence-grid.ts';
import { checkDiagnosisMap, diagnosisMapSchema, diagnosisMapToBoard } from './sample/diagnosis-map.ts';
import { placeNodes } from './sample/place-nodes.ts';
import { parseBytes } from './text/parse-bytes.ts';
import { parseText } from './text/parse-text.ts';
import { wellFormed } from './text/well-formed.ts';

export type Imported = {
  readonly file: BoardFile;
  /** What the file was: `coherence-board/1`, `sample/1 coherence-grid`, `sample/1 problem-diagnosis-map`. */
  readonly format: string;
  /** What became of it, for people. */
  readonly report: readonly ReportRow[];
};

const NOT_YET = ['needs-assets-strategies', 'capacity-network', 'snapshot', 'sessions'];

/**
 * Reads a file of any format we understand into a board file; bytes and text are parsed as JSON. Ids are kept. `name` (a
 * file name) stands in for a missing title. Never throws, whatever the input: a refused file is a value that says
 * where and why, in codes and data. Formats and what becomes of every field: SPEC.md.
 */
export function readForeign(input: unknown, opts: { readonly name?: string } = {}): Checked<Imported> {
  const parsed =
    input instanceof Uint8Array
      ? parseBytes(input)
      : typeof input === 'string'
        ? parseText(input)
        : accept(input);
  if (!parsed.ok) return parsed;
  const given = inNewestFormat(parsed.value);
  const schema = isObject(given) ? given['schema'] : undefined;
  const kind = isObject(given) ? given['kind'] : undefined;
  const name = (opts.name ?? '').replace(/\.json$/i, '').slice(0, 300);
  if (isObject(given) && schema === BOARD_SCHEMA) return readBoard(given);
  if (schema === 'sample/1' && kind === 'coherence-grid') return readGrid(given, name);
  if (schema === 'sample/1' && kind === 'problem-diagnosis-map') return readMap(given, name);
  return unknownFormat(given, schema, kind);
}

function readBoard(given: Readonly<Record<string, unknown>>): Checked<Imported> {
  const overfull = overfullLists(given).map(({ where, count, most }) =>
    problem(where, 'entries-over-board', { count, max: most }),
  );
  if (overfull.length > 0) return refuse('too-large', overfull, 'shorten-lists');
  const parsed = readBoardFile(given);
  if (!parsed.ok) return refuse('invalid', problemsOf(parsed), 'correct-places');
  const file = wellFormed(parsed.value);
  const dangling = boardReferences(file);
  if (dangling.length > 0) return refuse('unresolved', dangling, 'name-what-is-there');
  return accept({ file, format: BOARD_SCHEMA, report: reportOf(given, file, file) });
}

function readGrid(given: unknown, name: string): Checked<Imported> {
  const parsed = coherenceGridSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid', problemsOf(parsed.error), 'correct-places');
  const grid = wellFormed(parsed.data);
  const relabelled = checkTemplate(grid);
  if (relabelled.length > 0) return refuse('invalid', relabelled, 'keep-labels');
  const dangling = checkCoherenceGrid(grid);
  if (dangling.length > 0) return refuse('unresolved', dangling, 'name-what-is-there');
  return finish(given, grid, coherenceGridToBoard(grid, name));
}

function readMap(given: unknown, name: string): Checked<Imported> {
  const parsed = diagnosisMapSchema.safeParse(given);
  if (!parsed.success) return refuse('invalid', problemsOf(parsed.error), 'correct-places');
  const map = wellFormed(parsed.data);
  const dangling = checkDiagnosisMap(map);
  if (dangling.length > 0) return refuse('unresolved', dangling, 'name-what-is-there');
  const read = finish(given, map, diagnosisMapToBoard(map, name));
  return read.ok ? accept({ ...read.value, file: placeNodes(read.value.file) }) : read;
}

function finish(
  given: unknown,
  sample: { readonly schema: string; readonly kind: string },
  input: BoardFileInput,
): Checked<Imported> {
  const file = boardFileSchema.safeParse(input);
  if (!file.success) return refuse('invalid', problemsOf(file.error), 'correct-places');
  const report = reportOf(given, sample, file.data);
  return accept({ file: file.data, format: `${sample.schema} ${sample.kind}`, report });
}

function reportOf(given: unknown, understood: object, file: BoardFile): ReportRow[] {
  const counted = Object.entries(file).flatMap(([to, list]) =>
    Array.isArray(list) && list.length > 0
      ? [{ from: sourceList(understood, to), to, count: list.length }]
      : [],
  );
  return [...counted, ...leftOut(given, understood)];
}

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  groups: ['themes', 'clusters'],
  factors: ['nodes'],
  strategies: ['nodes'],
  influences: ['links'],
  loops: ['namedLoops'],
  voteRounds: ['factors'],
};

/** What the list was called in the file it came from. */
function sourceList(understood: object, list: string): string {
  return [list, ...(OTHER_NAMES[list] ?? [])].find((name) => Object.hasOwn(understood, name)) ?? list;
}

function unknownFormat(given: unknown, schema: unknown, kind: unknown): Checked<never> {
  const foreign = kindOfValue(given);
  if (foreign !== null) return refuseKind(foreign);
  const refused = (found: Problem) => refuse('unknown-format', [found], 'understood');
  if (!isObject(given)) return refused(problem('', 'not-an-object'));
  if (schema === undefined) return refused(problem('schema', 'schema-missing'));
  if (schema !== 'sample/1') return refused(problem('schema', 'schema-other', givenAs(schema)));
  const isLate = typeof kind === 'string' && NOT_YET.includes(kind);
  return refused(problem('kind', isLate ? 'kind-not-yet' : 'kind-other', givenAs(kind)));
}
