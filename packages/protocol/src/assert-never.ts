/** The end of a switch over a union: a case that is missing above does not compile. */
export function assertNever(value: never): never {
  throw new Error(`not expected: ${JSON.stringify(value)}`);
}
