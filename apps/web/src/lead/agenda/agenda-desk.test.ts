import { phaseSchema, type Phase } from '@coherence/board';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AgendaDesk, type AgendaNow } from './agenda-desk.ts';
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
    desk() {
      const board = { now: truth, listeners: new Set<() => void>() };
      boards.push(board);
      return new AgendaDesk({
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

describe('the desk of an agenda', () => {
  it('shows an edit at once, and makes the next on top of it before the board has heard of either', async () => {
    const { desk, truth } = room([phase('a'), phase('b')]);
    const mine = desk();
    const first = mine.apply(movePhase('a', 1));
    expect(titles(mine.getSnapshot())).toBe('b a');
    const second = mine.apply(addPhase({ kind: 'break', title: 'c' }));
    expect(titles(mine.getSnapshot())).toBe('b a c');
    expect([await first, await second]).toEqual([{ kind: 'done' }, { kind: 'done' }]);
    expect(titles(truth().agenda)).toBe('b a c');
    expect(titles(mine.getSnapshot())).toBe('b a c');
  });

  it('makes an edit again on what somebody else has done meanwhile', async () => {
    const { desk, truth } = room([phase('a'), phase('b')]);
    const [mine, theirs] = [desk(), desk()];
    await theirs.apply(rewordPhase('a', 'prompt', '', 'Theirs'));
    expect(await mine.apply(rewordPhase('b', 'prompt', '', 'Mine'))).toEqual({ kind: 'done' });
    expect(truth().agenda.map(({ prompt }) => prompt)).toEqual(['Theirs', 'Mine']);
  });

  it('overwrites no words of a person who was quicker', async () => {
    const { desk, truth } = room([phase('a')]);
    const [mine, theirs] = [desk(), desk()];
    await theirs.apply(rewordPhase('a', 'prompt', '', 'Theirs'));
    expect(await mine.apply(rewordPhase('a', 'prompt', '', 'Mine'))).toEqual({ kind: 'nothing' });
    expect(truth().agenda[0]?.prompt).toBe('Theirs');
  });

  it('takes back what is refused, and says why', async () => {
    const { desk, refuse, truth } = room([phase('a')]);
    const mine = desk();
    refuse('The part that is on must stay.');
    const removed = mine.apply(removePhase('a'));
    expect(mine.getSnapshot()).toEqual([]);
    expect(await removed).toEqual({
      kind: 'refused',
      failed: { code: 'not-allowed', message: 'The part that is on must stay.' },
    });
    expect(titles(mine.getSnapshot())).toBe('a');
    expect(titles(truth().agenda)).toBe('a');
  });

  it('gives the same list until something changes', () => {
    const { desk, arriveEverywhere } = room([phase('a')]);
    const mine = desk();
    expect(mine.getSnapshot()).toBe(mine.getSnapshot());
    let told = 0;
    const stop = mine.subscribe(() => (told += 1));
    arriveEverywhere();
    stop();
    arriveEverywhere();
    expect(told).toBe(1);
  });

  it('loses no edit of two people, however the boards lag', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 6 }), async (steps) => {
        const { desk, truth, arriveEverywhere } = room([]);
        const desks = [desk(), desk()] as const;
        const added: string[] = [];
        const outcomes = steps.map(([isMine, arrives], index) => {
          added.push(`p${index}`);
          if (arrives) arriveEverywhere();
          return desks[isMine ? 0 : 1].apply(addPhase({ kind: 'write', title: `p${index}` }));
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
