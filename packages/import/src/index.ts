export {
  IMPORT_FAILURES,
  type Checked,
  type ImportFailure,
  type ImportFailureCode,
  type Problem,
} from './refusal/failure.ts';
export { FILE_LENGTH_MAX } from './text/parse-text.ts';
export { readForeign, type Imported } from './read-foreign.ts';
export type { ReportRow } from './report.ts';
