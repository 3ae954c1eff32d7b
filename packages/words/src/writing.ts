/** How dates and lists are written, and names ordered, in one language: the only place that asks `Intl`. */
export interface Writing {
  /** `at`: milliseconds since 1970. `how`: as `Intl.DateTimeFormat` takes it. */
  readonly time: (at: number, how: Intl.DateTimeFormatOptions) => string;
  /** "A, B, or C", or with "and". */
  readonly list: (items: readonly string[], how: 'and' | 'or') => string;
  /** For sorting what people read. What all devices must order alike is not compared by language. */
  readonly compare: (a: string, b: string) => number;
}

const LISTS = { and: 'conjunction', or: 'disjunction' } as const;

const known = new Map<string, Writing>();

/** `locale`: a language tag, with a region where that is known ("en-GB"). */
export function writingIn(locale: string): Writing {
  const made = known.get(locale) ?? makeWriting(locale);
  known.set(locale, made);
  return made;
}

function makeWriting(locale: string): Writing {
  const times = new Map<string, Intl.DateTimeFormat>();
  const timeOf = (how: Intl.DateTimeFormatOptions) => {
    const key = JSON.stringify(how);
    const format = times.get(key) ?? new Intl.DateTimeFormat(locale, how);
    times.set(key, format);
    return format;
  };
  const { compare } = new Intl.Collator(locale);
  return {
    time: (at, how) => timeOf(how).format(at),
    list: (items, how) => new Intl.ListFormat(locale, { type: LISTS[how] }).format(items),
    compare,
  };
}
