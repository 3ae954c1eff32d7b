import { inNewestFormat, readBoardFile } from '@coherence/board';
import { expect, it } from 'vitest';
import { keptBoardFiles, keptText } from './kept-fixtures.ts';

const files = [...keptBoardFiles().map((name) => `board-files/${name}`), 'agenda.json'];
const read = (name: string) => JSON.parse(keptText(name)) as Record<string, unknown>;

it.each(files)(
  '[FORMAT1] of revision 4b10a38, %s has the newest format or gets there in one step, once',
  (name) => {
    const file = read(name);
    expect(inNewestFormat(file)).toBe(file);
    const next = {
      name: 'a pretend one',
      from: String(file['schema']),
      to: 'pretend/2',
      up: ({ title, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, heading: title }),
    };
    const { title, schema: _, ...rest } = file;
    const migrated = inNewestFormat(file, [next]);
    expect(migrated).toEqual({ ...rest, heading: title, schema: 'pretend/2' });
    expect(inNewestFormat(migrated, [next])).toBe(migrated);
    expect(file).toEqual(read(name));
  },
);

it.each(keptBoardFiles())('[FORMAT1] of revision 4b10a38, %s is read', (name) => {
  expect(readBoardFile(read(`board-files/${name}`)).ok).toBe(true);
});
