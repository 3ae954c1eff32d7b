import { describe, expect, it } from 'vitest';
import { checkDirections } from './direction-rules.ts';

const PATH = 'apps/web/src/views/some-view.tsx';
const remedies = (markup: string, path = PATH) =>
  checkDirections({ path, source: `export const View = (a: Props) => (\n  ${markup}\n);` }).map(
    ({ line, remedy }) => `${line}: ${remedy}`,
  );

describe('[LETTER4] words of people on a screen', () => {
  it.each([
    '<p>{a.text}</p>',
    '<p>{card?.words}</p>',
    "<b>{name === '' ? t('people.noName') : name}</b>",
    '<td>{a.title ?? nothing}</td>',
    '<h2>{roundName(a)}</h2>',
    '<input value={a.name} onChange={take} />',
    '<textarea />',
    '<option>{a.name} ({a.n})</option>',
  ])('%s has no direction of its own', (markup) => {
    expect(remedies(markup)).toEqual(['2: give the element dir="auto"'].concat([]));
  });

  it.each([
    '<p>{a.n} {a.text}</p>',
    '<Button>{a.name}</Button>',
    '<><i />{a.question}</>'.replace('<>', '<div>').replace('</>', '</div>'),
  ])('in %s they stand beside something else', (markup) => {
    expect(remedies(markup)).toEqual(['2: put the words into <bdi>']);
  });

  it.each([
    '<p dir="auto">{a.text}</p>',
    '<p>{a.n} <bdi>{a.text}</bdi></p>',
    '<input {...wiring} />',
    '<input type="checkbox" />',
    '<textarea dir="auto" />',
    '<p>{a.count}</p>',
    '<text>{a.text}</text>',
    "<p>{t('shell.close')}</p>",
  ])('%s has', (markup) => {
    expect(remedies(markup)).toEqual([]);
  });

  it('is asked of screens alone', () => {
    for (const path of ['apps/web/src/views/some-view.test.tsx', 'packages/board/src/view.tsx'])
      expect(remedies('<p>{a.text}</p>', path)).toEqual([]);
  });
});
