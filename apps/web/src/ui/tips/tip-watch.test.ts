import { beforeEach, expect, test } from 'vitest';
import { LEAVE_MS, REST_MS, watchTips } from './tip-watch.ts';

let shown: (string | null)[];
let waits: { ms: number; act: () => void; off: boolean }[];
let watch: ReturnType<typeof watchTips<string>>;

beforeEach(() => {
  shown = [];
  waits = [];
  watch = watchTips<string>(
    (anchor) => shown.push(anchor),
    (ms, act) => {
      const one = { ms, act, off: false };
      waits.push(one);
      return () => (one.off = true);
    },
  );
});

/** Lets all that waits happen, and says how long it waited. */
function pass(): number[] {
  const now = waits.filter(({ off }) => !off);
  waits = [];
  for (const { act } of now) act();
  return now.map(({ ms }) => ms);
}

test('words come after the pointer has rested, and go a moment after it has left', () => {
  watch.pointAt('undo');
  expect(shown).toEqual([]);
  expect(pass()).toEqual([REST_MS]);
  expect(shown).toEqual(['undo']);
  watch.pointAt(null);
  expect(shown).toEqual(['undo']);
  expect(pass()).toEqual([LEAVE_MS]);
  expect(shown).toEqual(['undo', null]);
});

test('a pointer that only passes shows nothing', () => {
  watch.pointAt('undo');
  watch.pointAt(null);
  watch.pointAt('redo');
  watch.pointAt(null);
  pass();
  expect(shown).toEqual([]);
});

test('while words are shown, those of the next element come at once', () => {
  watch.pointAt('undo');
  pass();
  watch.pointAt('redo');
  expect(shown).toEqual(['undo', 'redo']);
  expect(pass()).toEqual([]);
});

test('words stay while the pointer is on them, and go when it leaves them', () => {
  watch.pointAt('undo');
  pass();
  watch.pointAt(null);
  watch.pointAtWords();
  expect(pass()).toEqual([]);
  watch.pointAt(null);
  pass();
  expect(shown).toEqual(['undo', null]);
});

test('the keyboard shows words at once, and a pointer that rests on nothing does not hide them', () => {
  watch.focus('undo');
  watch.pointAt(null);
  pass();
  expect(shown).toEqual(['undo']);
  watch.focus(null);
  expect(shown).toEqual(['undo', null]);
});

test('after a press there are no words before the pointer comes anew', () => {
  watch.pointAt('undo');
  watch.hush();
  watch.pointAt('undo');
  expect(pass()).toEqual([]);
  watch.pointAt(null);
  watch.pointAt('undo');
  pass();
  expect(shown).toEqual(['undo']);
  watch.hush();
  expect(shown).toEqual(['undo', null]);
});
