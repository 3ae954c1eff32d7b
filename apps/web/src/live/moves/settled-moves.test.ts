import { writeSession } from '@coherence/board';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Doc } from 'yjs';
import { watchMoves, type SettledMoves } from './settled-moves.ts';

let doc: Doc;
let now: number;
let moves: SettledMoves;

const STILL = { n: 0, by: null, type: null };
const moved = (n: number, by: string): void =>
  writeSession(doc, { moves: { room: { n, by, type: 'phase' }, walk: STILL, clock: STILL } });

beforeEach(() => {
  doc = new Doc();
  now = 5000;
  moved(3, 'dana');
  moves = watchMoves(doc, 'ben', () => now);
});
afterEach(() => moves.stop());

it('[MOVE2] a press within a second of another person’s move starts from where the room was before it', () => {
  expect(moves.from('room')).toBe(3);
  moved(4, 'dana');
  expect(moves.from('room')).toBe(3);
  now += 999;
  expect(moves.from('room')).toBe(3);
  now += 1;
  expect(moves.from('room')).toBe(4);
  expect(moves.from('walk')).toBe(0);
});

it('[MOVE2] of several such moves it starts from before the first', () => {
  moved(4, 'dana');
  now += 600;
  moved(5, 'eve');
  now += 600;
  expect(moves.from('room')).toBe(3);
  now += 400;
  expect(moves.from('room')).toBe(5);
});

it('[MOVE2] own moves, and what an opened board shows, are seen at once', () => {
  moved(4, 'ben');
  expect(moves.from('room')).toBe(4);
  moved(9, 'dana');
  moves.settle();
  expect(moves.from('room')).toBe(9);
});
