import { afterAll, expect, test, vi } from 'vitest';
import type { PastedFactors } from './pasted-factors.ts';

// The reader is kept once it has come, also by other tests.
vi.resetModules();
const asked: unknown[] = [];
vi.doMock('./ask-columns.tsx', () => ({
  askFactors: (table: readonly (readonly string[])[]) => {
    asked.push(table);
    return Promise.resolve(table.length > 2 ? null : { texts: ['chosen'], left: 0, next: null });
  },
}));
const taking = await import('./take-paste.ts');
afterAll(() => {
  vi.doUnmock('./ask-columns.tsx');
  vi.resetModules();
});

/** Whether the paste was taken over, and what came of it. */
async function paste(text: string, least?: 1 | 2, html = '') {
  const added: PastedFactors[] = [];
  let isTaken = false;
  const clipboardData = { getData: (type: string) => (type === 'text/html' ? html : text) } as DataTransfer;
  taking.takePaste(
    { clipboardData, preventDefault: () => (isTaken = true) },
    (found) => added.push(found),
    least,
  );
  await taking.laterReader.fetch();
  // The person has been asked.
  await vi.dynamicImportSettled();
  return { isTaken, texts: added.flatMap(({ texts }) => texts) };
}

test('[LIST1] a list that is pasted before its reader has come waits for it', async () => {
  expect(taking.laterReader.held()).toBeNull();
  expect(await paste('\u2022\tone\r\n\u2022\ttwo')).toEqual({ isTaken: true, texts: ['one', 'two'] });
  expect(taking.laterReader.held()).not.toBeNull();
});

test('one line is not a list, so the paste goes on as usual, unless nothing else would become of it', async () => {
  for (const text of ['Unclear roles', '  \n Unclear roles \n\n', ''])
    expect(await paste(text)).toEqual({ isTaken: false, texts: [] });
  expect(await paste('Unclear roles', 1)).toEqual({ isTaken: true, texts: ['Unclear roles'] });
  expect(await paste(' \n', 1)).toEqual({ isTaken: false, texts: [] });
});

test('[LIST5] the HTML of the clipboard is read where there is some', async () => {
  expect(await paste('one two', 2, '<ul><li>one</li><li>two</li></ul>')).toEqual({
    isTaken: true,
    texts: ['one', 'two'],
  });
});

test('[LIST11] a table of several columns is asked about, and may add nothing', async () => {
  expect(await paste('a\tb\nc\td')).toEqual({ isTaken: true, texts: ['chosen'] });
  expect(await paste('a\tb\nc\td\ne\tf')).toEqual({ isTaken: true, texts: [] });
  expect(asked).toHaveLength(2);
});
