import { t } from '@coherence/words';
import { sayRefusedFile } from '@coherence/words/refused-file';
import '@coherence/words/testing';
import { expect, test } from 'vitest';
import { countsOf } from './board-file-counts.ts';
import { readFile, textOfFile } from './read-file.ts';

const file = (text: string, name = 'retreat.json') => new File([text], name);
const board = {
  schema: 'coherence-board/1',
  title: 'Retreat',
  question: '',
  factors: [{ id: 'f1', text: 'Unclear roles', kind: 'factor' }],
};

test('a board file is read and counted, empty lists left out', async () => {
  const outcome = await readFile(file(JSON.stringify(board)));
  if (outcome.kind !== 'read') throw new Error(outcome.failure.code);
  expect(countsOf(outcome.imported.file)).toEqual([{ list: 'factors', n: 1 }]);
});

test('a broken file says where and why', async () => {
  const outcome = await readFile(file('{"schema": "coherence-board/1",\n "title": }'));
  if (outcome.kind !== 'refused') throw new Error('was read');
  expect(outcome.failure.code).toBe('not-json');
  const [problem] = sayRefusedFile(t, outcome.failure).problems;
  expect(`${problem?.where} ${problem?.message}`).toMatch(/line 2/i);
});

test('a file far too large is refused without reading it', async () => {
  const huge = { name: 'huge.json', size: 1e9, text: () => Promise.reject(new Error('was read')) };
  const outcome = await readFile(huge as unknown as File);
  expect(outcome).toMatchObject({ kind: 'refused', failure: { code: 'too-large' } });
});

test('[ENCODING2] [ENCODING3] the dialog reads the same bytes as the server: with every letter, or with the place', async () => {
  const paged = (text: string) =>
    new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], 'a.json');
  const titled = (title: string) => paged(JSON.stringify({ ...board, title }));
  expect(await readFile(titled('R\xe9gimen'))).toMatchObject({
    kind: 'read',
    imported: { file: { title: 'Régimen' } },
  });
  const refused = await readFile(titled('caf\x82'));
  if (refused.kind !== 'refused') throw new Error('was read');
  const { problems, hint } = sayRefusedFile(t, refused.failure);
  expect(problems).toEqual([
    { where: 'line 1, column 43', message: expect.stringContaining('not saved as UTF-8') },
  ]);
  expect(hint).toContain('UTF-8');
  expect(await textOfFile(paged('a\nR\xe9gimen'))).toEqual({ ok: true, text: 'a\nRégimen' });
  expect(await textOfFile(paged('a\ncaf\x82'))).toEqual({ ok: false, line: 2 });
});

test('[KIND1] the dialog names a file of another program', async () => {
  const refused = await readFile(file('Source,Target\n1,2', 'edges.csv'));
  if (refused.kind !== 'refused') throw new Error('was read');
  expect(sayRefusedFile(t, refused.failure).message).toBe('This is a table of Gephi in CSV');
});
