import { problem, type Named, type Problem } from './failure.ts';
import { shortened } from './problems.ts';

type Identified = { readonly id: string };

/** Collects what is wrong between the records of one file, in the file's own paths. */
type References = {
  readonly problems: Problem[];
  /** `id`, if there is one, must be known; `what` says what it should be. */
  expect(known: ReadonlySet<string>, id: string | null | undefined, where: string, what: Named): void;
  expectAll(known: ReadonlySet<string>, ids: readonly string[], where: string, what: Named): void;
  unique(list: readonly Identified[], path: string): void;
};

export function openReferences(): References {
  const problems: Problem[] = [];
  const expect: References['expect'] = (known, id, where, what) => {
    if (id === null || id === undefined || known.has(id)) return;
    problems.push(problem(where, 'names-nothing', { id: shortened(id), what }));
  };
  return {
    problems,
    expect,
    expectAll(known, ids, where, what) {
      ids.forEach((id, index) => expect(known, id, `${where}[${index}]`, what));
    },
    unique(list, path) {
      const seen = new Set<string>();
      list.forEach(({ id }, index) => {
        // A key that plain objects cannot hold: votes and sources are keyed by id.
        const where = `${path}[${index}].id`;
        if (id === '__proto__') problems.push(problem(where, 'id-impossible'));
        if (seen.has(id)) problems.push(problem(where, 'id-twice', { id: shortened(id) }));
        seen.add(id);
      });
    },
  };
}

export function idsOf(list: readonly Identified[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}
