export type { Checked, ImportFailure, ImportFailureCode, Problem } from './refusal/failure.ts';
export { FILE_LENGTH_MAX } from './text/parse-text.ts';
export { readForeign, type Imported } from './read-foreign.ts';
export type { ReportRow } from './report.ts';
