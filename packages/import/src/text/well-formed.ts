const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Half a character (a lone surrogate) cannot travel as UTF-8: replicas would end with different words. It becomes
 * U+FFFD here. `value` must be of bounded depth, which what a schema has parsed is.
 */
export function wellFormed<T>(value: T): T {
  return healed(value) as T;
}

function healed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\uFFFD');
  if (Array.isArray(value)) return value.map(healed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [healed(key), healed(entry)]));
}
