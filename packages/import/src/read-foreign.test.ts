import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForeign } from './read-foreign.ts';
import { sampleText, type SampleName } from './testing/samples.ts';

/** A sample with values put at dotted paths; undefined takes a key away. */
function damaged(name: SampleName, values: Readonly<Record<string, unknown>>): unknown {
  const sample: unknown = JSON.parse(sampleText(name));
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((at, key) => (at as Branch)[key], sample) as Branch;
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return sample;
}

type Branch = Record<string, unknown>;

function refusalOf(name: SampleName, values: Readonly<Record<string, unknown>>) {
  const result = readForeign(JSON.stringify(damaged(name, values)));
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

describe('readForeign refuses', () => {
  test('text that is not JSON, with line and column', () => {
    const text = sampleText('grid').replace('"Interfering Factors"', '"Interfering Factors');
    const result = readForeign(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'not-json', fix: 'export-again' } });
    expect(result.ok ? [] : result.error.problems).toMatchObject([
      {
        where: '',
        code: 'json-fault',
        values: { line: 8, column: 33, wanted: 'textEnd', found: 'lineEnd' },
      },
    ]);
  });

  test.each([
    ['[]', { where: '', code: 'not-an-object' }],
    ['{}', { where: 'schema', code: 'schema-missing' }],
    [
      '{"schema": "coherence-board/9"}',
      { where: 'schema', code: 'schema-other', values: { type: 'text', text: 'coherence-board/9' } },
    ],
    [
      '{"schema": "sample/1", "kind": "sessions"}',
      { where: 'kind', code: 'kind-not-yet', values: { type: 'text', text: 'sessions' } },
    ],
    [
      '{"schema": "sample/1", "kind": ["x"]}',
      { where: 'kind', code: 'kind-other', values: { type: 'list', text: '' } },
    ],
  ])('%s', (text, problem) => {
    const result = readForeign(text);
    if (result.ok) throw new Error('was accepted');
    expect(result.error).toMatchObject({ code: 'unknown-format', where: problem.where, more: 0 });
    expect(result.error.problems).toMatchObject([problem]);
    expect(result.error.fix).toBe('understood');
  });

  test('wrong fields by their path', () => {
    const error = refusalOf('grid', {
      'factors.12.row': 'negative',
      'factors.13.votes': -1,
      'factors.14.text': undefined,
      'units.0.name': 7,
    });
    expect(error.code).toBe('invalid');
    expect(error.problems).toEqual([
      { where: 'units[0].name', code: 'wrong-type', values: { type: 'text' } },
      {
        where: 'factors[12].row',
        code: 'one-of',
        values: { allowed: ['"interfering"', '"integrative"'] },
      },
      { where: 'factors[13].votes', code: 'below', values: { min: 0 } },
      { where: 'factors[14].text', code: 'wrong-type', values: { type: 'text' } },
    ]);
    expect(error.fix).toBe('correct-places');
  });

  test('at most the first five problems, counting the rest', () => {
    const strengths = Array.from({ length: 68 }, (_, index) => [`links.${index}.strength`, 9]);
    const error = refusalOf('map', Object.fromEntries(strengths));
    expect(error.problems).toHaveLength(5);
    expect(error.problems[0]).toEqual({
      where: 'links[0].strength',
      code: 'one-of',
      values: { allowed: ['1', '2', '3'] },
    });
    expect(error.more).toBe(63);
  });

  test.each([
    ['map', 'links.3.to', 'n99', 'links[3].to', { id: 'n99', what: 'node' }],
    ['map', 'links.3.unit', 'xx', 'links[3].unit', { id: 'xx', what: 'unit' }],
    ['map', 'links.0.to', 'n05', 'links[0].to', 'link-to-itself'],
    ['map', 'nodes.0.cluster', 'k9', 'nodes[0].cluster', { id: 'k9', what: 'cluster' }],
    ['map', 'namedLoops.0.nodes.1', 'q', 'namedLoops[0].nodes[1]', { id: 'q', what: 'node' }],
    ['map', 'nodes.4.id', 'n01', 'nodes[4].id', 'id-twice'],
    ['map', 'clusters.0.id', '__proto__', 'clusters[0].id', 'id-impossible'],
    ['grid', 'factors.2.theme', 't9', 'factors[2].theme', { id: 't9', what: 'theme' }],
    ['grid', 'factors.2.unit', 'zz', 'factors[2].unit', { id: 'zz', what: 'unit' }],
    ['grid', 'factors.0.alsoRaisedBy.1', 'zz', 'factors[0].alsoRaisedBy[1]', { id: 'zz', what: 'unit' }],
    ['grid', 'tensions.0.integrative', 'f99', 'tensions[0].integrative', { id: 'f99', what: 'factor' }],
  ] as const)('%s with %s as %j', (name, path, value, where, expected) => {
    const error = refusalOf(name, { [path]: value });
    expect([error.code, error.fix]).toEqual(['unresolved', 'name-what-is-there']);
    const problem =
      typeof expected === 'string' ? { code: expected } : { code: 'names-nothing', values: expected };
    expect(error.problems).toContainEqual(expect.objectContaining({ where, ...problem }));
  });

  test.each([
    [
      'rows.0.label',
      'Negative',
      {
        where: 'rows[0].label',
        code: 'label-says',
        values: { says: 'Negative', exact: '"Interfering Factors"' },
      },
    ],
    [
      'columns.1.group',
      null,
      { where: 'columns[1].group', code: 'label-differs', values: { exact: '"implications"' } },
    ],
    ['columns', [], { where: 'columns', code: 'entries-exact', values: { count: 4 } }],
  ] as const)('a grid that relabels the framework: %s as %j', (path, value, problem) => {
    const error = refusalOf('grid', { [path]: value });
    expect([error.code, error.fix]).toEqual(['invalid', 'keep-labels']);
    expect(error.problems).toEqual([problem]);
  });

  test('sizes over the limits', () => {
    const long = refusalOf('grid', { 'factors.0.text': 'x'.repeat(2001) });
    expect(long.problems).toEqual([
      { where: 'factors[0].text', code: 'text-too-long', values: { max: 2000 } },
    ]);
    const many = refusalOf('grid', { factors: Array.from({ length: 2001 }, () => ({})) });
    expect(many.problems).toContainEqual({
      where: 'factors',
      code: 'entries-too-many',
      values: { max: 2000 },
    });
    const huge = readForeign(' '.repeat(8 * 1024 * 1024 + 1));
    expect(huge).toMatchObject({
      ok: false,
      error: { code: 'too-large', problems: [{ code: 'file-too-long', values: { megabytes: 8 } }] },
    });
  });

  test('[BOUND1] more of a list than a board can have: which, how many, what was done, what to do', () => {
    const units = Array.from({ length: 20_000 }, (_, at) => ({ id: `u${at}`, name: `Unit ${at}` }));
    const read = readForeign({ schema: 'coherence-board/1', units, groups: [{ id: 'g' }] });
    expect(read).toMatchObject({
      ok: false,
      error: {
        code: 'too-large',
        where: 'units',
        problems: [{ code: 'entries-over-board', values: { count: 20_000, max: 300 } }],
        fix: 'shorten-lists',
      },
    });
    expect(readForeign({ schema: 'coherence-board/1', units: units.slice(0, 300) })).toMatchObject({
      ok: true,
    });
  });
});

describe('readForeign accepts', () => {
  test('a byte order mark, and gives the file name as the title a file does not have', () => {
    const text = `\uFEFF{"schema": "sample/1", "kind": "problem-diagnosis-map"}`;
    const result = readForeign(text, { name: 'Retreat map.json' });
    expect(result.ok && result.value.file.title).toBe('Retreat map');
  });

  test('what it does not understand, reported as left out', () => {
    const values = { mood: 'good', 'factors.0.colour': { deep: true }, 'factors.7.colour': 1 };
    const result = readForeign(damaged('grid', values));
    expect(result.ok && result.value.report.filter(({ to }) => to === null)).toEqual([
      { from: 'factors[].colour', to: null, count: 2 },
      { from: 'mood', to: null, count: 1 },
    ]);
  });

  test('half characters, as the replacement character every replica agrees on', () => {
    const result = readForeign(damaged('grid', { 'factors.0.text': 'a\uD800b \u{1F600}' }));
    expect(result.ok && result.value.file.factors[0]?.text).toBe('a\uFFFDb \u{1F600}');
  });
});

describe('readForeign never throws', () => {
  const DEEP = 'as deep as it goes';
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  const hostile = fc.oneof(
    fc.constantFrom(DEEP, Number.NaN, -0, Infinity, '', '__proto__', '\uD800', 'x'.repeat(3000), null),
    fc.constantFrom<unknown>(JSON.parse('{"__proto__": {"schema": "sample/1"}, "constructor": 1}')),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const damages = fc.array(fc.tuple(fc.nat(), fc.boolean(), hostile), { minLength: 1, maxLength: 4 });

  test.each(['published', 'grid', 'map'] satisfies SampleName[])('%s with anything anywhere', (name) => {
    fc.assert(
      fc.property(damages, (list) => {
        const sample: unknown = JSON.parse(sampleText(name));
        for (const [where, onKey, value] of list) {
          damage(sample, where, onKey, onKey || value !== DEEP ? value : deep);
        }
        const result = readForeign(sample);
        expect(typeof (result.ok ? result.value.format : result.error.fix)).toBe('string');
      }),
      { seed: 20, numRuns: 30 },
    );
  });

  test('anything at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (input) => {
        expect(readForeign(input).ok).toBe(false);
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  test('a million nested lists', () => {
    const text = `{"schema": "coherence-board/1", "title": ${'['.repeat(1e6)}${']'.repeat(1e6)}}`;
    expect(readForeign(text)).toMatchObject({ ok: false, error: { code: 'invalid', where: 'title' } });
  });
});

/** Puts a value, or a key, at a place of the sample found by walking it with one number. */
function damage(sample: unknown, where: number, onKey: boolean, value: unknown): void {
  let at = sample as Branch;
  for (let rest = where; ; rest = Math.floor(rest / 7)) {
    const keys = Object.keys(at);
    const key = keys[rest % keys.length];
    if (key === undefined) return;
    const next = at[key];
    if (rest >= 7 && typeof next === 'object' && next !== null) {
      at = next as Branch;
    } else {
      at[onKey ? String(value) : key] = onKey ? next : value;
      return;
    }
  }
}
