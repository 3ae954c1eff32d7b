import { ERRORS, type ErrorBody, type ErrorCode } from '@coherence/protocol/http';

/** Beside the code: what to do about it, the place in what was sent, and better words than the table's. */
interface ErrorDetails {
  readonly hint?: string;
  readonly where?: string;
  readonly message?: string;
}

/** One coded failure on its way out of the HTTP interface. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: string | ErrorDetails = {}) {
    const given = typeof details === 'string' ? { hint: details } : details;
    super(given.message ?? ERRORS[code].message);
    this.code = code;
    this.details = given;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  body(): ErrorBody {
    return { error: { ...this.details, code: this.code, message: this.message } };
  }
}
