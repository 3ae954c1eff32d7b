import { createBoard, watchSession } from '@coherence/board';
import { Doc } from 'yjs';
import type { Pretend } from '../pretend.ts';

/** A pretend participant without a server, on a board of one unit; the test holds the board, and hears what they say. */
export function pretendOnBoard() {
  const made = createBoard({ title: 'T', units: [{ name: 'Finance', id: 'fin' }] });
  if (!made.ok) throw new Error(made.error.code);
  const board = { doc: made.value, isGone: false };
  const told: string[] = [];
  let tell = (): void => undefined;
  const pretend: Pretend = {
    id: 'me',
    name: 'Me',
    actor: { unit: 'fin' },
    get doc() {
      return board.doc;
    },
    privateDoc: new Doc(),
    get isGone() {
      return board.isGone;
    },
    show: () => undefined,
    saved: async () => undefined,
    onNews(listener) {
      tell = listener;
      watchSession(board.doc, listener);
      return () => void told.push('stopped listening');
    },
    sayDone: async () => void told.push('done'),
    passTurn: async () => void told.push('passed'),
    leave: () => undefined,
  };
  return { board, pretend, told, tell: () => tell() };
}
