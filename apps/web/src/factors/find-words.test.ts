import { expect, test } from 'vitest';
import { matchesSearch } from '../views/outline/outline-of.ts';
import { matching } from '../views/map/panel/off-map-list.ts';
import { searchSections } from '../phases/vote/ballot/ballot-list.ts';
import { notesWith } from '../phases/walk/walk-notes.ts';
import { findable } from './find-words.ts';

const TEXT = 'Thị trường của Núñez';

test.each([TEXT, TEXT.normalize('NFD'), 'thi truong', 'NUNEZ', 'ｎúñez', 'Nú\u200bñez', 'nun\u0303ez  của'])(
  '[LETTER2] every search finds a text by %j, in both forms of Unicode',
  (find) => {
    for (const text of [TEXT, TEXT.normalize('NFD'), TEXT.toUpperCase()]) {
      expect(matchesSearch({ label: '', text, no: null }, find), 'outline').toBe(true);
      expect(matching([{ id: 'a', text, kind: 'issue', no: 1 }], find), 'off the map').toHaveLength(1);
      const item = { id: 'a', text, no: 1, fate: null };
      expect(notesWith([item], find), 'walk').toHaveLength(1);
      const section = { key: 'k', row: null, title: '', items: [item] };
      expect(searchSections([section], find), 'ballot').toHaveLength(1);
      expect(searchSections([section], `${find} missing`), 'ballot').toHaveLength(0);
    }
  },
);

test('curly and plain quotation marks are one', () => {
  expect(findable('“Don’t”')).toBe(findable('"Don\'t"'));
});
