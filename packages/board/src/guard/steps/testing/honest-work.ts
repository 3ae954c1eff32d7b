import * as Y from 'yjs';
import { LOCAL, recordOf } from '../../../doc.ts';
import { createBoard } from '../../../create.ts';
import { toBoardFile } from '../../../file/to-file.ts';
import { addFactors } from '../../../operations/factors/factor.ts';
import { readSnapshot } from '../../../snapshot.ts';
import { PASTE_MAX, TEXT_MAX } from '../../../schema/limits.ts';
import { guardUpdate } from '../../guard.ts';

export function aBoard(): Y.Doc {
  const made = createBoard({ title: 'Steps' });
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

/** A board file with `count` factors. */
export function aFile(count: number) {
  const doc = aBoard();
  for (let left = count; left > 0; left -= PASTE_MAX) {
    const texts = Array.from({ length: Math.min(left, PASTE_MAX) }, (_, at) => `Factor ${left - at}`);
    addFactors(doc, { texts }, { unit: null });
  }
  return toBoardFile(readSnapshot(doc));
}

/** Lets the guard judge everything `doc` has that the server has not, and applies it. Answers the steps; throws when it is refused. */
export function deliver(doc: Y.Doc, server: Y.Doc): number {
  const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
  const policy = { role: 'facilitator', locked: false, step: 'sync-step-2' } as const;
  const verdict = guardUpdate(Y.decodeUpdate(update), server, policy);
  if (!verdict.ok) throw new Error(`refused: ${verdict.error.why}`);
  Y.applyUpdate(server, update);
  return verdict.steps;
}

/** A board with one factor, and two people who both have it. `clients`: their Yjs client ids. */
export function twoPeople(words: string, clients: readonly [number, number]) {
  const server = aBoard();
  const added = addFactors(server, { texts: [words] }, { unit: null });
  const [id = ''] = added.ok ? added.value : [];
  const people = clients.map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
    return doc;
  });
  return { server, id, people };
}

/**
 * `count` letters one after the other, each at the place `at` says of a stroke and the length of the text. What would
 * make the text too long is taken off its end.
 */
export function type(
  doc: Y.Doc,
  id: string,
  count: number,
  at: (stroke: number, length: number) => number,
): void {
  const text = recordOf(doc, 'factors', id)?.get('text');
  if (!(text instanceof Y.Text)) throw new Error('no text');
  for (let stroke = 0; stroke < count; stroke += 1) {
    doc.transact(() => {
      text.insert(Math.min(at(stroke, text.length), text.length), 'x');
      if (text.length > TEXT_MAX - 100) text.delete(text.length - 40, 40);
    }, LOCAL);
  }
}
