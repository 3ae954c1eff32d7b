import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from './create.ts';
import { readBoardFile } from './file/board-file.ts';
import { guardUpdate, type GuardPolicy } from './guard/guard.ts';
import { setMeta } from './operations/board.ts';
import { addFactors } from './operations/factors/factor.ts';
import { addUnits, editUnit } from './operations/units/units.ts';
import { addDraft, readDrafts, writeDraft } from './private/draft.ts';
import { TEXT_MAX } from './schema/limits.ts';
import { readSnapshot } from './snapshot.ts';
import { editText, textOf } from './writing/text.ts';

const HOSTILE = 'one\u0000two\u2028three \u202eruof\u202c\u0085five';
const PLAIN = 'one two\nthree ruof\nfive';

function board(): Y.Doc {
  const made = createBoard({ title: 'T', units: [{ name: 'Núñez', id: 'n' }] });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

it('[LETTER1] words lose their control signs when they are added, typed, set, written alone and read from a file', () => {
  const doc = board();
  const added = addFactors(doc, { texts: [HOSTILE] }, { unit: 'n' });
  const id = added.ok ? (added.value[0] ?? '') : '';
  const text = textOf(doc, 'factors', id);
  expect(text?.toString()).toBe(PLAIN);
  editText(doc, 'factors', id, { at: 0, remove: PLAIN.length, insert: `${HOSTILE}\u202d` });
  expect(text?.toString()).toBe(PLAIN);
  setMeta(doc, { title: `A\u202e\nB`, question: HOSTILE });
  expect(readSnapshot(doc).meta).toMatchObject({ title: 'A B', question: PLAIN });

  const own = new Y.Doc();
  const draft = addDraft(own, { text: HOSTILE });
  expect(readDrafts(own)[0]?.text).toBe(PLAIN);
  if (draft.ok) writeDraft(own, draft.value, `${HOSTILE}!`);
  expect(readDrafts(own)[0]?.text).toBe(`${PLAIN}!`);

  const factor = { id: 'f', kind: 'factor', text: HOSTILE, cell: null, pos: null };
  const long = { ...factor, id: 'g', text: `${HOSTILE}${'x'.repeat(TEXT_MAX)}` };
  const file = readBoardFile({ schema: 'coherence-board/1', title: HOSTILE, factors: [factor, long] });
  if (!file.ok) throw new Error(JSON.stringify(file.issues));
  expect(file.value.title).toBe(PLAIN.replaceAll('\n', ' '));
  expect(file.value.factors.map(({ text: words }) => words.slice(0, PLAIN.length))).toEqual([PLAIN, PLAIN]);
});

it('[LETTER1] what a document holds all the same, from a stock client or an older board, is read without them', () => {
  const doc = board();
  doc.getMap('factors').set(
    'f',
    new Y.Map<unknown>([
      ['kind', 'factor'],
      ['in', 1],
      ['text', new Y.Text(HOSTILE)],
      ['sources', new Y.Map()],
    ]),
  );
  expect(readSnapshot(doc).factors.map(({ text }) => text)).toEqual([PLAIN]);
});

it.each(['\u200b\u200b', '\u3164', '\u2060', '\u0301', '\u202e'])(
  '[LETTER3] a unit is not called %j',
  (name) => {
    const doc = board();
    expect(addUnits(doc, [{ name }])).toMatchObject({ ok: false, error: { code: 'field-below' } });
    expect(editUnit(doc, 'n', { name })).toMatchObject({ ok: false, error: { code: 'field-below' } });
    expect(readSnapshot(doc).units.map((unit) => unit.name)).toEqual(['Núñez']);
  },
);

it('[LETTER3] the guard refuses a unit without a visible sign, and one that is there stays', () => {
  const doc = board();
  const policy: GuardPolicy = { role: 'facilitator', locked: false, step: 'update' };
  const author = new Y.Doc();
  Y.applyUpdate(author, Y.encodeStateAsUpdate(doc));
  const naming = (name: string) => {
    const before = Y.encodeStateVector(author);
    author.getMap<Y.Map<unknown>>('units').get('n')?.set('name', name);
    return Y.encodeStateAsUpdate(author, before);
  };
  expect(guardUpdate(Y.decodeUpdate(naming('\u200b')), doc, policy)).toMatchObject({
    ok: false,
    error: { code: 'unknown' },
  });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  expect(readSnapshot(doc).units.map(({ name }) => name)).toEqual(['\u200b']);
  expect(guardUpdate(Y.decodeUpdate(naming('Finance')), doc, policy)).toMatchObject({ ok: true });
});

it('[LETTER2] a unit in two forms of Unicode is one', () => {
  const doc = board();
  expect(
    addUnits(doc, [{ name: 'nu\u0301n\u0303ez' }, { name: 'Nú\u200bñez' }, { name: '\u202aNÚÑEZ\u202c' }]),
  ).toEqual({ ok: true, value: ['n', 'n', 'n'] });
  expect(addUnits(doc, [{ name: 'Co\u0301rdoba', id: 'c' }]).ok).toBe(true);
  expect(readSnapshot(doc).units.find(({ id }) => id === 'c')?.name).toBe('Córdoba');
});
