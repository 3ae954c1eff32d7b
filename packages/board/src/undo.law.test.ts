import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordOf } from './doc.ts';
import { createBoard } from './create.ts';
import { addFactors, moveFactors, removeFactors } from './operations/factors/factor.ts';
import { placeOnMap } from './operations/map/map.ts';
import { editText } from './writing/text.ts';
import { readSnapshot } from './snapshot.ts';
import { actOnce } from './testing/person.ts';
import { randomFrom, network, type Random } from './testing/replicas.ts';
import { openUndo } from './undo.ts';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

function boardWithFactors(): Uint8Array {
  const made = createBoard({ title: 'Undo', units: [{ name: 'Teaching' }] });
  if (!made.ok) throw new Error(made.error.code);
  addFactors(made.value, { texts: ['Unclear roles', 'No shared calendar', 'Trust'] }, { unit: null });
  return Y.encodeStateAsUpdate(made.value);
}

/** Two people on synced replicas, A with undo. */
function pair(random: Random = randomFrom(1)) {
  const { docs, deliverAll } = network(2, random, boardWithFactors());
  const [a, b] = docs;
  if (a === undefined || b === undefined) throw new Error('two replicas');
  return { a, b, sync: deliverAll, undo: openUndo(a) };
}

const factorsOf = (doc: Y.Doc) => readSnapshot(doc).factors;
const typeAt = (doc: Y.Doc, id: string, at: number, insert: string) =>
  editText(doc, 'factors', id, { at, remove: 0, insert });

describe('undo', () => {
  it.each(SEEDS)('[UNDO1] undo and redo by A leave every character B typed, seed %i', (seed) => {
    const random = randomFrom(seed);
    const { a, b, sync, undo } = pair(random);
    /** B's own letters: one private code point for each character, with the factor it was typed into. */
    const typed = new Map<string, string>();
    for (let step = 0; step < 120; step += 1) {
      const dice = random.next();
      if (dice < 0.35) {
        const target = random.pick(factorsOf(b));
        if (target === undefined) continue;
        const letter = String.fromCodePoint(0xe000 + typed.size);
        typeAt(b, target.id, random.below(target.text.length + 1), letter);
        typed.set(letter, target.id);
      } else if (dice < 0.7) undo.step(() => actOnce(a, random, () => 'a'));
      else if (dice < 0.9) undo.undo();
      else undo.redo();
      if (random.next() < 0.5) sync();
    }
    sync();
    while (undo.canUndo) undo.undo();
    while (undo.canRedo) undo.redo();
    while (undo.canUndo) undo.undo();
    sync();
    for (const [letter, id] of typed) {
      expect(String(recordOf(a, 'factors', id)?.get('text'))).toContain(letter);
    }
  });

  it('[UNDO2] [RECORD3] taking back a creation leaves the factor where another person has typed in it', () => {
    const { a, b, sync, undo } = pair();
    const added = undo.step(() => addFactors(a, { texts: ['Grants end'] }, { unit: null }));
    if (!added.ok) throw new Error('added');
    const [id = ''] = added.value;
    sync();
    typeAt(b, id, 10, ' too early');
    sync();
    undo.undo();
    sync();
    expect(factorsOf(b).find((factor) => factor.id === id)?.text).toBe('Grants end too early');
  });

  it.each([0, 1])(
    '[UNDO1] [RECORD3] two who typed into one factor at once: who takes theirs back leaves it on the board (%i)',
    (who) => {
      const { docs, deliverAll } = network(2, randomFrom(1), boardWithFactors());
      const undos = docs.map(openUndo);
      const id = readSnapshot(docs[0] ?? new Y.Doc()).factors[0]?.id ?? '';
      docs.forEach((doc, index) => undos[index]?.step(() => typeAt(doc, id, 0, 'ab'[index] ?? '')));
      deliverAll();
      undos[who]?.undo();
      deliverAll();
      const [first] = docs.map((doc) => factorsOf(doc).find((factor) => factor.id === id)?.text);
      expect(first?.at(0)).toBe(who === 0 ? 'b' : 'a');
    },
  );

  it('[UNDO2] says that there is nothing left to take back, also when others made the last step pointless', () => {
    const { a, b, sync, undo } = pair();
    const added = undo.step(() => addFactors(a, { texts: ['Grants end'] }, { unit: null }));
    if (!added.ok) throw new Error('added');
    sync();
    typeAt(b, added.value[0] ?? '', 0, 'The ');
    sync();
    const told: boolean[] = [];
    undo.subscribe(() => told.push(undo.canUndo));
    expect(undo.undo()).toBe(false);
    expect(told.at(-1)).toBe(false);
  });

  it('[UNDO2] taking back a creation no other person touched removes it, and redo brings it back', () => {
    const { a, undo } = pair();
    undo.step(() => addFactors(a, { texts: ['Grants end'] }, { unit: null }));
    expect(factorsOf(a)).toHaveLength(4);
    undo.undo();
    expect(factorsOf(a)).toHaveLength(3);
    undo.redo();
    expect(factorsOf(a).map((factor) => factor.text)).toContain('Grants end');
  });

  it('[UNDO3] a removal taken back restores every word, also those typed meanwhile', () => {
    const { a, b, sync, undo } = pair();
    const [factor] = factorsOf(a);
    if (factor === undefined) throw new Error('a factor');
    undo.step(() => removeFactors(a, [factor.id]));
    typeAt(b, factor.id, 0, 'Very ');
    sync();
    undo.undo();
    sync();
    expect(factorsOf(a).find(({ id }) => id === factor.id)?.text).toBe(`Very ${factor.text}`);
  });

  it('[UNDO4] does not take back what another person did after', () => {
    const { a, b, sync, undo } = pair();
    const [factor] = factorsOf(a);
    if (factor === undefined) throw new Error('a factor');
    undo.step(() => moveFactors(a, { ids: [factor.id], row: 'interfering', column: 'roles' }));
    sync();
    moveFactors(b, { ids: [factor.id], row: 'integrative', column: 'strategies' });
    sync();
    undo.undo();
    sync();
    expect(
      factorsOf(a)
        .find(({ id }) => id === factor.id)
        ?.cell?.slice(0, 2),
    ).toEqual(['integrative', 'strategies']);
  });

  it('[UNDO5] a drag is one step', () => {
    const { a, undo } = pair();
    const [factor] = factorsOf(a);
    if (factor === undefined) throw new Error('a factor');
    placeOnMap(a, [{ id: factor.id, pos: [0, 0, 206] }]);
    undo.begin();
    for (let x = 1; x <= 10; x += 1) placeOnMap(a, [{ id: factor.id, pos: [x * 10, 0, 206] }]);
    undo.end();
    undo.undo();
    expect(factorsOf(a).find(({ id }) => id === factor.id)?.pos).toEqual([0, 0, 206]);
  });

  it('[UNDO6] typing without a pause is one step, a pause or another text starts the next', () => {
    const { a, undo } = pair();
    const [first, second] = factorsOf(a);
    if (first === undefined || second === undefined) throw new Error('two factors');
    const type = (id: string, letter: string, now: number): void => {
      undo.typing(id, now);
      typeAt(a, id, 0, letter);
    };
    type(first.id, 'b', 0);
    type(first.id, 'a', 100);
    type(first.id, 'z', 5000);
    type(second.id, 'q', 5100);
    undo.undo();
    undo.undo();
    const texts = () => new Map(factorsOf(a).map(({ id, text }) => [id, text]));
    expect(texts().get(second.id)).toBe(second.text);
    expect(texts().get(first.id)).toBe(`ab${first.text}`);
    undo.undo();
    expect(texts().get(first.id)).toBe(first.text);
  });
});
