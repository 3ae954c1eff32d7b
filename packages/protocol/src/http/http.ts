export { ERRORS, type ErrorBody, type ErrorCode } from './errors.ts';
