import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { craftUpdate, type CraftedStruct } from '../../testing/crafted.ts';
import { aTarget, ATTACKS } from '../../testing/hostile-work.ts';
import { guardUpdate, STEP_LIMITS, type GuardPolicy } from '../guard.ts';
import { countSteps, mergeOnOverlay } from './count-steps.ts';

const POLICY: GuardPolicy = { role: 'participant', locked: false, step: 'sync-step-2' };

/** What becomes of each attack at a size, and by which of its updates (from 1). */
const ENDS: Record<string, { size: number; at: number; outcome: 'over' | 'unwritten' } | 'is cheap'> = {
  'the same place under a low, then a high client id': { size: 1_000, at: 2, outcome: 'over' },
  'one key, written again and again without origin': { size: 3_000, at: 1, outcome: 'unwritten' },
  'one key, written under many client ids without origin': { size: 20_000, at: 5, outcome: 'over' },
  'every second letter of a long text deleted, then the others': { size: 12_000, at: 2, outcome: 'over' },
  'a letter into every place of another’s long text': { size: 12_000, at: 2, outcome: 'over' },
  'letters that all begin at the first and end at different ones': { size: 1_500, at: 2, outcome: 'over' },
  'letters whose origins go to and fro': 'is cheap',
  'what is known, sent again with origins inside a long text': { size: 10_000, at: 3, outcome: 'over' },
  'values of a text split again and again': { size: 20_000, at: 1, outcome: 'unwritten' },
  'marks of letters at the same place, low, then high': { size: 1_000, at: 2, outcome: 'over' },
  'pairs that join only when the second is deleted': { size: 18_000, at: 2, outcome: 'over' },
};

/** Which update of an attack is refused, and how; null when all are taken. */
function run(name: string, size: number): { at: number; outcome: string; steps: number } | null {
  const attack = ATTACKS.find((one) => one.name === name);
  if (attack === undefined) throw new Error(`no attack "${name}"`);
  const target = aTarget();
  for (const [index, make] of attack.updates.entries()) {
    const update = make(target, size);
    const { outcome, steps } = countSteps(Y.decodeUpdate(update), target.doc, STEP_LIMITS.update);
    expect(steps).toBeLessThan(STEP_LIMITS.update * 1.01);
    if (outcome !== 'done') return { at: index + 1, outcome, steps };
    Y.applyUpdate(target.doc, update);
  }
  return null;
}

describe('attacks on the work of merging', () => {
  it.each(ATTACKS.map(({ name }) => name))('[STEPS1] are refused before they cost it: %s', (name) => {
    const end = ENDS[name];
    if (end === undefined || end === 'is cheap') {
      expect([end, run(name, 10_000)]).toEqual(['is cheap', null]);
      return;
    }
    const { size, ...refused } = end;
    expect(run(name, size)).toMatchObject(refused);
  });

  it('[STEPS1] the counter stops at the limit, and the document stays as it was', () => {
    const target = aTarget();
    const [first, second] = ATTACKS[0]?.updates ?? [];
    if (first === undefined || second === undefined) throw new Error('two updates expected');
    Y.applyUpdate(target.doc, first(target, 2_000));
    const before = Y.encodeStateAsUpdate(target.doc);
    const structs = [...target.doc.store.clients].map(([client, list]) => [client, list.length]);
    const { outcome, overlay } = mergeOnOverlay(Y.decodeUpdate(second(target, 2_000)), target.doc, 1_000);
    expect([outcome, overlay.tally.looked]).toEqual(['over', 1_001]);
    expect(Y.encodeStateAsUpdate(target.doc)).toEqual(before);
    expect([...target.doc.store.clients].map(([client, list]) => [client, list.length])).toEqual(structs);
  });

  it('[STEPS1] [STEPS3] what is refused is refused for good, and says how', () => {
    const made = ATTACKS.find(({ name }) => name.startsWith('marks'));
    const [low, high] = made?.updates ?? [];
    if (low === undefined || high === undefined) throw new Error('two updates expected');
    const target = aTarget();
    Y.applyUpdate(target.doc, low(target, 1_000));
    const judge = (update: Uint8Array) => guardUpdate(Y.decodeUpdate(update), target.doc, POLICY);
    expect(judge(high(target, 1_000))).toMatchObject({ error: { code: 'too-large', lasting: true } });
    const twice = craftUpdate([
      {
        client: 9,
        clock: 0,
        structs: [1, 2].map((value) => ({
          parent: target.record,
          key: 'note',
          content: { values: [value] },
        })),
      },
    ]);
    expect(judge(twice)).toMatchObject({ error: { code: 'content', lasting: true } });
  });

  it('[STEPS4] nothing waits inside the document to be merged uncounted', () => {
    const target = aTarget();
    const { text } = target;
    const [, high] = ATTACKS.find(({ name }) => name.startsWith('marks'))?.updates ?? [];
    if (high === undefined) throw new Error('two updates expected');
    const whole = high(target, 3_000);
    const author = new Y.Doc();
    Y.applyUpdate(author, Y.encodeStateAsUpdate(target.doc));
    Y.applyUpdate(author, whole);
    const [client = 0] = [...author.store.clients.keys()].filter((one) => one !== text[0]);
    const withoutFirst = Y.encodeStateAsUpdate(
      author,
      Y.encodeStateVector(
        new Map([
          [client, 1],
          [text[0], 3],
        ]),
      ),
    );
    const verdict = guardUpdate(Y.decodeUpdate(withoutFirst), target.doc, POLICY);
    expect(verdict).toMatchObject({ ok: false, error: { code: 'missing-history', lasting: false } });
  });
});

describe('[STEPS5] what no client of Yjs writes', () => {
  const letter = { words: 'x' } as const;
  const by = (client: number, structs: readonly CraftedStruct[]) =>
    craftUpdate([{ client, clock: 0, structs }]);

  it.each<[string, (target: ReturnType<typeof aTarget>) => Uint8Array]>([
    [
      'an item between items of different sequences',
      ({ doc, text }) => {
        const other = aTarget(doc, 'another');
        Y.applyUpdate(
          doc,
          by(8, [
            { parent: text, content: letter },
            { parent: other.text, content: letter },
          ]),
        );
        return by(9, [{ origin: [8, 0], right: [8, 1], content: letter }]);
      },
    ],
    ['an empty item', ({ text }) => by(9, [{ parent: text, content: { words: '' } }])],
    ['no values at all', ({ record }) => by(9, [{ parent: record, key: 'note', content: { values: [] } }])],
    [
      'one client in two places',
      ({ text }) => {
        const by = (client: number) => ({ client, clock: 0, structs: [{ parent: text, content: letter }] });
        return craftUpdate([by(9), by(8), by(9)]);
      },
    ],
    ['a plain value in a text', ({ text }) => by(9, [{ parent: text, content: { values: [1, 2] } }])],
  ])('is refused for good, with the document as it was: %s', (_name, make) => {
    const target = aTarget();
    const update = make(target);
    const before = Y.encodeStateAsUpdate(target.doc);
    const verdict = guardUpdate(Y.decodeUpdate(update), target.doc, POLICY);
    expect(verdict).toMatchObject({ ok: false, error: { code: 'content', lasting: true } });
    expect(Y.encodeStateAsUpdate(target.doc)).toEqual(before);
  });

  it.each<[string, CraftedStruct]>([
    ['builds on itself', { origin: [9, 0], content: letter }],
    ['has itself to its right', { right: [9, 0], content: letter }],
    ['lies in itself', { parent: [9, 0], content: letter }],
  ])('is not applied: an item that %s', (_name, struct) => {
    const target = aTarget();
    const verdict = guardUpdate(Y.decodeUpdate(by(9, [struct])), target.doc, POLICY);
    expect(verdict).toMatchObject({ ok: false, error: { code: 'missing-history' } });
  });
});
