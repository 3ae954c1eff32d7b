import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createBoard } from './create.ts';
import { openDrawn } from './drawn.ts';
import { addFactors, removeFactors } from './operations/factors/factor.ts';
import { addInfluence } from './operations/map/influence.ts';
import { openSnapshots } from './snapshot.ts';

const ME = { unit: null };

/** A board whose frames are drawn when the test says so, each of which took so many ms. */
function watched({ opening = false } = {}) {
  const made = createBoard({ title: 'T' });
  if (!made.ok) throw new Error(made.error.code);
  const doc = made.value;
  const snapshots = openSnapshots(doc);
  const frames: (() => void)[] = [];
  const state = { isOpening: opening, now: 0 };
  const drawn = openDrawn({
    snapshots,
    isOpening: () => state.isOpening,
    afterDrawing: (goOn) => void frames.push(goOn),
    now: () => state.now,
  });
  const shown = () => drawn.get().factors.length;
  /** Draws the frame that is asked for; answers how many factors the next one shows. */
  const frame = (took: number): number => {
    state.now += took;
    for (const goOn of frames.splice(0)) goOn();
    return shown();
  };
  return { doc, snapshots, drawn, state, frames, shown, frame };
}

function add(doc: Y.Doc, count: number): readonly string[] {
  const ids: string[] = [];
  while (ids.length < count) {
    const texts = Array.from({ length: Math.min(100, count - ids.length) }, (_, at) => `Factor ${at}`);
    const added = addFactors(doc, { texts }, ME);
    if (!added.ok) throw new Error(added.error.code);
    ids.push(...added.value);
  }
  return ids;
}

/** What each frame adds, until no more are asked for. */
function steps({ frame, frames, shown }: ReturnType<typeof watched>, took: number): readonly number[] {
  const added: number[] = [];
  while (frames.length > 0) {
    const before = shown();
    const step = frame(took) - before;
    if (step > 0) added.push(step);
  }
  return added;
}

describe('[DRAW1] a board as it is drawn', () => {
  it('is the board itself while little comes', () => {
    const board = watched();
    for (let round = 0; round < 5; round += 1) {
      add(board.doc, 4);
      expect(board.drawn.get()).toBe(board.snapshots.get());
      board.frame(16);
    }
  });

  it('takes many that come at once a few in a frame, until it is the board itself', () => {
    const board = watched();
    add(board.doc, 500);
    const first = board.shown();
    const added = steps(board, 60);
    expect(first).toBeGreaterThan(0);
    expect(Math.max(first, ...added)).toBeLessThanOrEqual(30);
    expect(board.drawn.get()).toBe(board.snapshots.get());
  });

  it('takes more while frames are short, and fewer after long ones', () => {
    const [quick, slow] = [watched(), watched()];
    for (const board of [quick, slow]) {
      add(board.doc, 500);
      board.drawn.get();
    }
    const [quickly, slowly] = [steps(quick, 16), steps(slow, 200)];
    expect(quickly.length).toBeLessThan(slowly.length / 2);
    expect(Math.max(...quickly)).toBeLessThan(150);
    expect(slowly.at(-2)).toBeGreaterThan(5);
  });

  it('shows changes and removals at once, and what is added meanwhile in its turn', () => {
    const board = watched();
    const ids = add(board.doc, 200);
    const shown = board.drawn.get().factors.map(({ id }) => id);
    removeFactors(board.doc, shown.slice(0, 10));
    expect(board.shown()).toBe(shown.length - 10);
    add(board.doc, 1);
    steps(board, 60);
    expect(board.shown()).toBe(ids.length - 10 + 1);
    expect(board.frames).toEqual([]);
  });

  it('tells those who draw it of each part, and nobody once it is closed', () => {
    const board = watched();
    let told = 0;
    board.drawn.subscribe(() => (told += 1));
    add(board.doc, 200);
    board.drawn.get();
    const before = told;
    const parts = steps(board, 60).length;
    expect(told - before).toBe(parts);
    add(board.doc, 200);
    board.drawn.get();
    board.drawn.destroy();
    const closed = told;
    const { length } = board.drawn.get().factors;
    board.frame(16);
    expect([told, board.shown()]).toEqual([closed, length]);
  });

  it('leaves no list behind, though others come first', () => {
    const board = watched();
    const ids = add(board.doc, 100);
    for (let at = 1; at < ids.length; at += 1) {
      addInfluence(board.doc, { from: ids[at - 1] ?? '', to: ids[at] ?? '', polarity: '+' }, ME);
    }
    steps(board, 60);
    board.drawn.get();
    steps(board, 60);
    expect(board.drawn.get().influences.length).toBe(99);
  });

  it('shows a board that is being opened in one go', () => {
    const board = watched({ opening: true });
    add(board.doc, 500);
    expect(board.shown()).toBe(500);
    board.state.isOpening = false;
    add(board.doc, 500);
    expect(board.shown()).toBeLessThan(600);
  });
});
