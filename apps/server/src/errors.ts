import type { Failure } from '@coherence/board';
import type { ImportFailure } from '@coherence/import';
import {
  ERRORS,
  REASONS,
  type BodyFault,
  type ErrorCode,
  type Reason,
  type ReasonValues,
} from '@coherence/protocol/http';
import type { ExportFailure } from '@coherence/report';

/** Why exactly something fails: a reason of the interface, a failure of a package, or what a body breaks where. */
export type Because =
  | {
      readonly [R in Reason]: {
        readonly kind: 'reason';
        readonly code: R;
        readonly values: ReasonValues[R];
      };
    }[Reason]
  | { readonly kind: 'board'; readonly failure: Failure }
  | { readonly kind: 'import'; readonly failure: ImportFailure }
  | { readonly kind: 'export'; readonly failure: ExportFailure }
  | { readonly kind: 'body'; readonly where: string; readonly fault: BodyFault | { readonly told: string } };

/** One coded failure on its way out of the HTTP interface. Its words are found where it leaves: `errorBody`. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly because: Because | null;

  constructor(code: ErrorCode, because: Because | null = null) {
    super(because?.kind === 'reason' ? `${code}: ${because.code}` : code);
    this.code = code;
    this.because = because;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

type Given<R extends Reason> = keyof ReasonValues[R] extends never ? [] : [ReasonValues[R]];

/** The error for a reason, which belongs to one code. */
export function refusedFor<R extends Reason>(reason: R, ...given: Given<R>): ApiError {
  const because = { kind: 'reason', code: reason, values: given[0] ?? {} } as Because;
  return new ApiError(REASONS[reason].code, because);
}
