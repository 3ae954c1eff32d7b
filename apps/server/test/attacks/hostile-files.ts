const board = (more: string) => `{"schema": "coherence-board/1", "title": "T"${more}}`;
const factors = (count: number, of: (at: number) => object) =>
  board(`, "factors": ${JSON.stringify(Array.from({ length: count }, (_, at) => of(at)))}`);
const factor = (at: number) => ({ id: `f${at}`, text: `Factor ${at}`, kind: 'factor' });

/**
 * Files meant to stop a server that reads them, by what they do. `size` 1 is about a tenth of a second each; 100 is as
 * large as a file may be (8 MiB).
 */
export const hostileFiles = (size: number): Readonly<Record<string, string>> => ({
  'lists in lists': board(`, "title": ${'['.repeat(size * 40_000)}${']'.repeat(size * 40_000)}`),
  'lists in lists under a key nobody knows': board(
    `, "x": ${'['.repeat(size * 10_000)}${']'.repeat(size * 10_000)}`,
  ),
  'objects in objects': board(`, "about": ${'{"a":'.repeat(size * 10_000)}1${'}'.repeat(size * 10_000)}`),
  'brackets that stay open': '['.repeat(size * 80_000),
  'one long text': factors(1, () => ({ ...factor(0), text: 'a'.repeat(size * 70_000) })),
  'one long title': board(`, "title": "${'a'.repeat(size * 70_000)}"`),
  'many records': factors(size * 200 + 1, factor),
  'many keys that nobody knows': board(
    `, ${Array.from({ length: size * 5_000 }, (_, at) => `"k${at}": 1`).join(', ')}`,
  ),
  'many problems': factors(size * 10_000, () => ({})),
  'a number with many digits': board(`, "at": ${'9'.repeat(size * 10_000)}`),
  'a number with a large power': factors(1, () => ({ ...factor(0), votes: 1 })).replace(
    '"votes":1',
    '"votes":1e999',
  ),
  'half characters and NUL': factors(1, () => ({ ...factor(0), text: '\uD800\u0000\uDFFF' })),
  'the name of what every object has': board(
    ', "__proto__": {"polluted": 1}, "constructor": {"prototype": 1}',
  ),
  'records with such ids': board(
    ', "factors": [{"id": "__proto__", "text": "a", "kind": "factor"}, {"id": "constructor", "text": "b", "kind": "factor"}]',
  ),
  'a ring of merged records': factors(size * 10, (at) => ({
    ...factor(at),
    into: `f${(at + 1) % (size * 10)}`,
  })),
  'a chain of merged records': factors(size * 50, (at) => ({
    ...factor(at),
    ...(at > 0 && { into: `f${at - 1}` }),
  })),
});

const SCRIPT = `"'><script>alert(1)</script><img src=x onerror="alert(1)"><svg/onload=alert(1)>]]><!--\u0000`;

/** A board whose every text is a script, for the files that are made of it. */
export const scriptedBoard = (): Readonly<Record<string, unknown>> => ({
  schema: 'coherence-board/1',
  title: SCRIPT,
  question: SCRIPT,
  about: { organization: SCRIPT },
  units: [{ id: 'u1', name: SCRIPT, short: '<b>' }],
  groups: [{ id: 'g1', text: SCRIPT }],
  factors: ['f1', 'f2', 'f3'].map((id, at) => ({
    id,
    text: SCRIPT,
    kind: 'factor',
    ...(at < 2 && { pos: [at * 300, 0, 206], group: 'g1' }),
    ...(at > 0 && { cell: ['interfering', 'roles', `a${at}`] }),
    sources: { u1: { unit: 'u1', words: SCRIPT } },
  })),
  strategies: [{ id: 's1', text: SCRIPT, pos: [0, 300, 206] }],
  influences: [{ id: 'i1', from: 'f1', to: 'f2', polarity: '+', strength: 3, delay: true }],
  drawings: [
    { id: 'd1', kind: 'note', pos: [300, 500, 160], ink: 'yellow', text: SCRIPT },
    { id: 'd2', kind: 'pen', pos: [100, 500, 40], ink: 'red', points: [0, 0, 30, 40, 60, 0] },
  ],
  notes: [{ id: 'n1', text: SCRIPT, kind: 'parked' }],
  voteRounds: [{ id: 'v1', text: SCRIPT, results: { f1: 6 } }],
});
