import { expect, test } from 'vitest';
import { readWords } from './read-words.ts';

test('keys, stems and parts with their sections are found', () => {
  const words = readWords(
    'a.tsx',
    `const TABLE = { a: 'map.title', b: 'refusals.board_' };
const Part = lazyPart(() => import('./part.tsx'), 'Part', ['console', 'vote']);
const load = () => import('./bare.ts');
const say = (kind: string) => t(\`map.kind_\${kind}\`);
`,
  );
  expect(words).toEqual({
    keys: ['map.title'],
    stems: ['refusals.board_', 'map.kind_'],
    parts: [
      { specifier: './part.tsx', sections: ['console', 'vote'], line: 2 },
      { specifier: './bare.ts', sections: [], line: 3 },
    ],
    saidAtLoad: [],
    byLanguage: [],
  });
});

test('what is said while a module loads is told from what is said when it is called', () => {
  const { saidAtLoad } = readWords(
    'a.ts',
    `export const A = t('a.b');
const TABLE = { b: [t('a.c')] };
export function words() {
  return t('a.d');
}
const later = () => t('a.e');
`,
  );
  expect(saidAtLoad).toEqual([1, 2]);
});

test('what a language decides beside words is found', () => {
  const { byLanguage } = readWords(
    'a.ts',
    `const a = new Intl.NumberFormat('en');
const b = (at: Date) => at.toLocaleTimeString('en');
const c = (x: string, y: string) => x.localeCompare(y);
const d = (x: string) => x.toLowerCase();
`,
  );
  expect(byLanguage).toEqual([1, 2, 3]);
});
