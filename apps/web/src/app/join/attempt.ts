const BYTES = 16;

/**
 * The secret of one attempt to join: sent again, it makes no second person (JOIN4). Made without `crypto.randomUUID`, which
 * is not there on plain http.
 */
export function newAttempt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
