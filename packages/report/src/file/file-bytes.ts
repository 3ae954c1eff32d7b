export function textBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Pretty-printed JSON with a last line end: the same value gives the same bytes. */
export function jsonBytes(value: unknown): Uint8Array {
  return textBytes(`${JSON.stringify(value, null, 2)}\n`);
}
