import * as Y from 'yjs';

/** A key by which an object becomes something else: reading `__proto__: bytes` throws in code that asks for a length. */
export const PROTOTYPE_KEY = '__proto__';

/** Says that it is of another kind than it is: by a prototype that came with it, or by a `constructor`. */
export function isDisguised(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = Array.isArray(value) ? prototype === Array.prototype : prototype === Object.prototype;
  return !isPlain || Object.hasOwn(value, 'constructor') || Object.hasOwn(value, PROTOTYPE_KEY);
}

/**
 * A plain value without disguises, with all it says under other keys; the same value where it has none. Documents from
 * before the guard refused disguises may hold some.
 */
export function undisguised(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value) || value instanceof Y.AbstractType) return value;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const inner = list.map((one) => undisguised(one));
    return inner.every((one, at) => Object.is(one, list[at])) ? value : inner;
  }
  const entries = Object.entries(value);
  const inner = entries.map(([key, one]): [string, unknown] => [key, undisguised(one)]);
  if (!isDisguised(value) && inner.every(([, one], at) => Object.is(one, entries[at]?.[1]))) return value;
  return Object.fromEntries(inner.filter(([key]) => key !== 'constructor' && key !== PROTOTYPE_KEY));
}

/**
 * Takes the disguises off the values of a document that was just opened (READ3), before anything reads or changes it. It
 * is no change of the document: its items stay, and what is encoded of it from now on is without them.
 */
export function takeOffDisguises(doc: Y.Doc): void {
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentAny) {
        const { arr } = struct.content;
        for (const [at, value] of arr.entries())
          if (typeof value === 'object' && value !== null) arr[at] = undisguised(value);
      }
}
