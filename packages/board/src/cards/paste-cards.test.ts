import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoard } from '../create.ts';
import { guardUpdate } from '../guard/guard.ts';
import { addFactors } from '../operations/factors/factor.ts';
import { addInfluence } from '../operations/map/influence.ts';
import { addStrategy } from '../operations/strategy.ts';
import { readSnapshot } from '../snapshot.ts';
import { openUndo } from '../undo.ts';
import { copyCards, readCopiedCards } from './copied-cards.ts';
import { pasteCards } from './paste-cards.ts';

function boardOf(...units: { readonly id: string; readonly name: string }[]): Y.Doc {
  const made = createBoard({ title: 'T', units });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** Two factors that units of another board said, a link that both units named, and a strategy. */
function copied() {
  const doc = boardOf({ id: 'a', name: 'Finance' }, { id: 'b', name: 'Family Engagement' });
  const cell = { row: 'interfering', column: 'roles' } as const;
  const first = addFactors(doc, { texts: ['Turnover'], cell }, { unit: 'a' });
  const second = addFactors(doc, { texts: ['Workload'] }, { unit: 'b' });
  const plan = addStrategy(doc, { text: 'One calendar' });
  const [from = ''] = first.ok ? first.value : [];
  const [to = ''] = second.ok ? second.value : [];
  addInfluence(doc, { from, to, polarity: '-', strength: 3, delay: true }, { unit: 'a' });
  addInfluence(doc, { from, to, polarity: '+' }, { unit: 'b' });
  const text = JSON.stringify(copyCards(readSnapshot(doc), [from, to, plan.ok ? plan.value : '', 'gone']));
  const cards = readCopiedCards(text);
  if (cards === null) throw new Error('not read');
  return cards;
}

const AT = { cell: { row: 'integrative', column: 'purposes' } } as const;
/** The other board has Finance under another id, and not the other unit. */
const target = () => boardOf({ id: 'f', name: 'finance' }, { id: 'x', name: 'Data' });

describe('cards from another board', () => {
  it('[COPY1] keep words, links and who said so, where the board has the unit; others are told by name', () => {
    const doc = target();
    const pasted = pasteCards(doc, copied(), AT, { unit: null }, true);
    expect(pasted).toMatchObject({ ok: true, value: { links: 2, unnamed: ['Family Engagement'] } });
    const { factors, influences } = readSnapshot(doc);
    const told = factors.map(({ text, sources, cell }) => [
      text,
      Object.values(sources).map(({ unit }) => unit),
      cell?.[0],
    ]);
    expect(told.toSorted()).toEqual([
      ['One calendar', [], 'integrative'],
      ['Turnover', ['f'], 'integrative'],
      ['Workload', [], 'integrative'],
    ]);
    expect(
      influences
        .map(({ polarity, strength, delay, source }) => [polarity, strength, delay, source?.id])
        .toSorted(),
    ).toEqual([
      ['+', 2, false, undefined],
      ['-', 3, true, 'f'],
    ]);
  });

  it('[COPY2] a participant who pastes speaks for their own unit alone', () => {
    const doc = target();
    const pasted = pasteCards(doc, copied(), AT, { unit: 'x' }, false);
    expect(pasted).toMatchObject({ value: { unnamed: ['Finance', 'Family Engagement'] } });
    const { factors, influences } = readSnapshot(doc);
    expect(factors.flatMap(({ sources }) => Object.keys(sources))).toEqual([]);
    expect(influences.map(({ source }) => source)).toEqual([null]);
    const own = target();
    pasteCards(own, copied(), AT, { unit: 'f' }, false);
    expect(readSnapshot(own).factors.flatMap(({ sources }) => Object.keys(sources))).toEqual(['f']);
  });

  it.each([
    ['participant', false, { unit: 'f' }],
    ['facilitator', true, { unit: null }],
  ] as const)('[COPY2] the server takes what a %s pastes', (role, namesOthers, actor) => {
    const server = target();
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
    const before = Y.encodeStateVector(client);
    pasteCards(client, copied(), AT, actor, namesOthers);
    const update = Y.decodeUpdate(Y.encodeStateAsUpdate(client, before));
    const speaker = { participant: 'dana', name: 'Dana', units: ['f'] };
    expect(guardUpdate(update, server, { role, locked: false, step: 'update', speaker })).toMatchObject({
      ok: true,
    });
  });

  it('[COPY1] on the map cards keep their kinds, a strategy too, and take the places that are given', () => {
    const doc = target();
    const pos = [0, 300, 600].map((x): [number, number, number] => [x, 0, 206]);
    pasteCards(doc, copied(), { pos }, { unit: null }, true);
    const { factors, strategies } = readSnapshot(doc);
    expect(strategies.map((one) => [one.text, one.pos])).toEqual([['One calendar', pos[2]]]);
    expect(factors.map((one) => [one.text, one.cell?.slice(0, 2) ?? null, one.pos]).toSorted()).toEqual([
      ['Turnover', ['interfering', null], pos[0]],
      ['Workload', null, pos[1]],
    ]);
  });

  it('[COPY3] one undo takes all of it back', () => {
    const doc = target();
    const undo = openUndo(doc);
    undo.step(() => pasteCards(doc, copied(), AT, { unit: null }, true));
    undo.undo();
    const { factors, influences } = readSnapshot(doc);
    expect([factors, influences]).toEqual([[], []]);
  });

  it.each([
    '',
    'Turnover\nWorkload',
    '[]',
    '{"schema":"coherence-cards/1"}',
    '{"schema":"coherence-cards/1","cards":[{"text":3}],"links":[]}',
  ])('[COPY4] what is no copy of cards is none: %s', (text) => expect(readCopiedCards(text)).toBeNull());

  it('[COPY4] a link to a card that is not there, or to itself, is left out', () => {
    const doc = target();
    const link = { polarity: '+', strength: 2, delay: false, unit: null } as const;
    const cards = {
      ...copied(),
      links: [
        { from: 0, to: 9, ...link },
        { from: 1, to: 1, ...link },
      ],
    };
    expect(pasteCards(doc, cards, AT, { unit: null }, true)).toMatchObject({ value: { links: 0 } });
  });
});
