import { encodeUpdate } from './encode-update.ts';
import * as Y from 'yjs';

/** Where the attacks are made: the text of one factor, and who made it. */
export interface Place {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly record: Y.Map<unknown>;
}

/** A board with one factor of these words. */
export function placeOf(words: string): Place {
  const doc = new Y.Doc();
  doc.clientID = 1_000;
  return addPlace(doc, words);
}

/** Adds a factor of these words to a board. */
export function addPlace(doc: Y.Doc, words: string): Place {
  const record = new Y.Map<unknown>([
    ['text', new Y.Text(words)],
    ['kind', 'factor'],
    ['sources', new Y.Map()],
    ['in', doc.clientID],
  ]);
  doc.getMap('factors').set('f', record);
  return placeIn(doc);
}

/** The same factor on a copy of the board. */
export function placeIn(doc: Y.Doc): Place {
  const record = doc.getMap<Y.Map<unknown>>('factors').get('f');
  const text = record?.get('text');
  if (record === undefined || !(text instanceof Y.Text)) throw new Error('no such factor');
  return { doc, text, record };
}

/** The update of `change`, made by `client` on a copy of the place. */
export function changeBy(
  place: Place,
  client: number,
  change: (text: Y.Text, doc: Y.Doc) => void,
): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(place.doc));
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const { text } = placeIn(doc);
  doc.transact(() => change(text, doc));
  return Y.mergeUpdates(updates);
}

/** `count` letters, each put right behind the same letter with nothing known to its right: merging goes through all. */
export function manyAtOnePlace({ text }: Place, client: number, count: number, from = 0): Uint8Array {
  const last = lastIdOf(text);
  return encodeUpdate(
    client,
    Array.from({ length: count }, (_, index) =>
      itemOf(client, from + index, { origin: last, content: new Y.ContentString('x') }),
    ),
  );
}

/** Two updates as two parts of one, which no client does whose updates they both are. */
export function inTwoParts(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Uint8Array.of(2, ...first.subarray(1, -1), ...second.subarray(1, -1), 0);
}

/** One key written `count` times as if it had never been written: each time its whole history is walked. */
export function manyOfOneKey({ record }: Place, client: number, count: number): Uint8Array {
  const parent = record._item?.id;
  if (parent === undefined) throw new Error('no record');
  return encodeUpdate(
    client,
    Array.from({ length: count }, (_, clock) =>
      itemOf(client, clock, { parent, key: 'note', content: new Y.ContentAny([clock % 10]) }),
    ),
  );
}

/** Every second letter of the text deleted in one message. */
export function everySecondDeleted(place: Place, client: number): Uint8Array {
  return changeBy(place, client, (text) => {
    for (let at = text.length - 1; at > 0; at -= 2) text.delete(at, 1);
  });
}

/** A letter put between any two letters of the text. */
export function betweenAllLetters(place: Place, client: number): Uint8Array {
  return changeBy(place, client, (text) => {
    for (let at = text.length; at > 0; at -= 1) text.insert(at, 'x');
  });
}

function lastIdOf(text: Y.Text): Y.ID {
  let item = text._start;
  while (item !== null && item.right !== null) item = item.right;
  if (item === null) throw new Error('no words');
  return item.lastId;
}

function itemOf(
  client: number,
  clock: number,
  at: {
    readonly origin?: Y.ID;
    readonly parent?: Y.ID;
    readonly key?: string;
    readonly content: Y.ContentString | Y.ContentAny;
  },
): Y.Item {
  const { origin = null, parent = null, key = null, content } = at;
  const item = new Y.Item(Y.createID(client, clock), null, origin, null, null, null, key, content);
  item.parent = parent;
  return item;
}
