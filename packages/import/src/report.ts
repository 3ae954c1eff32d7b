/** One line of what became of a file: `to` is null for what this version does not understand and left out. */
export type ReportRow = { readonly from: string; readonly to: string | null; readonly count: number };

/** Rows of the keys a reader left out, counted by name: `factors[].colour`. */
export function leftOut(given: unknown, understood: unknown, path = ''): ReportRow[] {
  const counts = new Map<string, number>();
  countLeftOut(given, understood, path, counts);
  return [...counts].map(([from, count]) => ({ from, to: null, count }));
}

/** Goes only where the understood value goes, which a schema has bounded. */
function countLeftOut(given: unknown, understood: unknown, path: string, counts: Map<string, number>): void {
  if (Array.isArray(given) && Array.isArray(understood)) {
    given.forEach((item, index) => countLeftOut(item, understood[index], `${path}[]`, counts));
  } else if (isObject(given) && isObject(understood)) {
    for (const key of Object.keys(given)) {
      const name = path === '' ? key : `${path}.${key}`;
      if (Object.hasOwn(understood, key)) countLeftOut(given[key], understood[key], name, counts);
      else counts.set(name.slice(0, 200), (counts.get(name.slice(0, 200)) ?? 0) + 1);
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
