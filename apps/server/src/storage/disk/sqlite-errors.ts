/** Primary result codes of SQLite: https://www.sqlite.org/rescode.html */
export const SQLITE_BUSY = 5;
export const SQLITE_READONLY = 8;
export const SQLITE_IOERR = 10;
export const SQLITE_FULL = 13;
export const SQLITE_CANTOPEN = 14;

/** 0 when neither it nor its cause is an error of SQLite. */
export function primaryCode(error: unknown): number {
  const own = codeOf(error) & 0xff;
  return own === 0 && error instanceof Error && error.cause !== undefined ? primaryCode(error.cause) : own;
}

/** What to log and to say. "disk I/O error" alone does not tell a failed write from a failed fsync: the number does. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return codeOf(error) === 0 ? text : `${text} (SQLite ${codeOf(error)})`;
}

function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}
