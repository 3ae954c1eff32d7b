import { phaseSchema, type Phase } from '@coherence/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OptimisticAgenda, type AgendaNow } from './optimistic-agenda.ts';
import { addPhase, rewordPhase, movePhase, removePhase } from './agenda-edits.ts';

const phase = (id: string): Phase => phaseSchema.parse({ id, kind: 'write', title: id });
const titles = (agenda: readonly Phase[]) => agenda.map(({ title }) => title).join(' ');

/** A server, and boards of several people to which its agenda comes late. */
function room(first: readonly Phase[]) {
  let truth: AgendaNow = { agenda: first, n: 0 };
  let refusal: string | null = null;
  const boards: { now: AgendaNow; listeners: Set<() => void> }[] = [];
  const arrive = (board: (typeof boards)[number]) => {
    board.now = truth;
    for (const listener of board.listeners) listener();
  };
  return {
    truth: () => truth,
    refuse: (why: string) => (refusal = why),
    arriveEverywhere: () => boards.forEach(arrive),
    open() {
      const board = { now: truth, listeners: new Set<() => void>() };
      boards.push(board);
      return new OptimisticAgenda({
        read: () => board.now,
        subscribe: (listener) => {
          board.listeners.add(listener);
          return () => void board.listeners.delete(listener);
        },
        send: async (agenda, base) => {
          await Promise.resolve();
          if (refusal !== null) return { ok: false, error: { code: 'not-allowed', message: refusal } };
          if (base !== truth.n) return { ok: false, error: { code: 'agenda-changed', message: 'Dana' } };
          truth = { agenda, n: truth.n + 1 };
          return { ok: true, value: { revision: truth.n } };
        },
        patience: async () => {
          await Promise.resolve();
          arrive(board);
        },
      });
    },
  };
}

describe('an optimistic agenda', () => {
  it('shows an edit at once, and makes the next on top of it before the board has heard of either', async () => {
    const { open, truth } = room([phase('a'), phase('b')]);
    const own = open();
    const first = own.apply(movePhase('a', 1));
    expect(titles(own.getSnapshot())).toBe('b a');
    const second = own.apply(addPhase({ kind: 'break', title: 'c' }));
    expect(titles(own.getSnapshot())).toBe('b a c');
    expect([await first, await second]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(titles(truth().agenda)).toBe('b a c');
    expect(titles(own.getSnapshot())).toBe('b a c');
  });

  it('makes an edit again on what somebody else has done meanwhile', async () => {
    const { open, truth } = room([phase('a'), phase('b')]);
    const [own, theirs] = [open(), open()];
    await theirs.apply(rewordPhase('a', 'prompt', '', 'Theirs'));
    expect(await own.apply(rewordPhase('b', 'prompt', '', 'Mine'))).toEqual({ kind: 'done' });
    expect(truth().agenda.map(({ prompt }) => prompt)).toEqual(['Theirs', 'Mine']);
  });

  it('overwrites no words of a person who was quicker', async () => {
    const { open, truth } = room([phase('a')]);
    const [own, theirs] = [open(), open()];
    await theirs.apply(rewordPhase('a', 'prompt', '', 'Theirs'));
    expect(await own.apply(rewordPhase('a', 'prompt', '', 'Mine'))).toEqual({ kind: 'nothing' });
    expect(truth().agenda[0]?.prompt).toBe('Theirs');
  });

  it('takes back what is refused, and says why', async () => {
    const { open, refuse, truth } = room([phase('a')]);
    const own = open();
    refuse('The part that is on must stay.');
    const removed = own.apply(removePhase('a'));
    expect(own.getSnapshot()).toEqual([]);
    expect(await removed).toEqual({
      kind: 'refused',
      failed: { code: 'not-allowed', message: 'The part that is on must stay.' },
    });
    expect(titles(own.getSnapshot())).toBe('a');
    expect(titles(truth().agenda)).toBe('a');
  });

  it('gives the same list until something changes', () => {
    const { open, arriveEverywhere } = room([phase('a')]);
    const own = open();
    expect(own.getSnapshot()).toBe(own.getSnapshot());
    let told = 0;
    const stop = own.subscribe(() => (told += 1));
    arriveEverywhere();
    stop();
    arriveEverywhere();
    expect(told).toBe(1);
  });

  it('loses no edit of two people, however the boards lag', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 6 }), async (steps) => {
        const { open, truth, arriveEverywhere } = room([]);
        const editors = [open(), open()] as const;
        const added: string[] = [];
        const outcomes = steps.map(([isMine, arrives], index) => {
          added.push(`p${index}`);
          if (arrives) arriveEverywhere();
          return editors[isMine ? 0 : 1].apply(addPhase({ kind: 'write', title: `p${index}` }));
        });
        await Promise.all(outcomes);
        expect(
          truth()
            .agenda.map(({ title }) => title)
            .toSorted(),
        ).toEqual(added);
      }),
    );
  });
});
