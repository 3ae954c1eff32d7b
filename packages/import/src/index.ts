export type {
  Checked,
  ImportFailure,
  ImportFailureCode,
  ImportFix,
  Problem,
  ProblemCode,
} from './refusal/failure.ts';
export { decodeBytes } from './text/decode-bytes.ts';
export { FILE_LENGTH_MAX, refuseLength } from './text/parse-text.ts';
export { readForeign, type Imported } from './read-foreign.ts';
export type { ReportRow } from './report.ts';
