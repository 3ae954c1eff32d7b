export {
  IMPORT_FAILURES,
  type Checked,
  type ImportFailure,
  type ImportFailureCode,
  type Problem,
} from './failure.ts';
export { FILE_LENGTH_MAX } from './parse-text.ts';
export { readForeign, type Imported } from './read-foreign.ts';
export type { ReportRow } from './report.ts';
