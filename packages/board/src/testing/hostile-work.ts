import * as Y from 'yjs';
import { craftUpdate, type CraftedStruct } from './crafted.ts';

type At = readonly [client: number, clock: number];

/** A board's text to attack, and who wrote its first words. */
export type Target = {
  readonly doc: Y.Doc;
  /** The item that holds the text. */
  readonly text: At;
  /** The record that holds the text. */
  readonly record: At;
};

/** Updates to be sent one after the other; each is made when those before it are in. */
export type Attack = {
  readonly name: string;
  readonly updates: readonly ((target: Target, size: number) => Uint8Array)[];
};

const LETTER = { words: 'x' } as const;
/** A letter that was deleted before it is sent: it makes no text longer. */
const MARK = { deleted: 1 } as const;
const [LOW, HIGH, OTHER] = [101, 4_000_000_001, 202];

/** A factor with an empty text in a document that no other person writes to. */
export function aTarget(doc: Y.Doc = new Y.Doc(), id = 'attacked'): Target {
  const record = new Y.Map<unknown>([
    ['kind', 'factor'],
    ['in', 1],
    ['text', new Y.Text()],
  ]);
  doc.getMap('factors').set(id, record);
  const text = record.get('text') as Y.Text;
  return { doc, text: idOf(text), record: idOf(record) };
}

function idOf(type: Y.Text | Y.Map<unknown>): At {
  if (type._item === null) throw new Error('a root has no id');
  return [type._item.id.client, type._item.id.clock];
}

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

function by(client: number, structs: readonly CraftedStruct[], clock = 0): Uint8Array {
  return craftUpdate([{ client, clock, structs }]);
}

function samePlace(client: number, content: CraftedStruct['content'] = LETTER) {
  return ({ text }: Target, size: number) =>
    by(
      client,
      times(size, () => ({ parent: text, content })),
    );
}

/** A long text of one writer, typed at once, with as many structs of theirs behind it as there are letters. */
function longText({ text, record }: Target, size: number): Uint8Array {
  return by(OTHER, [
    { parent: text, content: { words: 'x'.repeat(size) } },
    ...times(size, (at) => ({ parent: record, key: `k${at}`, content: { values: [at] } })),
  ]);
}

function deleteEverySecond(from: 0 | 1) {
  return (_: Target, size: number) =>
    craftUpdate(
      [],
      [{ client: OTHER, ranges: times(Math.floor(size / 2), (at) => [2 * at + from, 1] as const) }],
    );
}

/** Attacks on the work of merging: what each costs grows faster than what is sent. */
export const ATTACKS: readonly Attack[] = [
  { name: 'the same place under a low, then a high client id', updates: [samePlace(LOW), samePlace(HIGH)] },
  {
    name: 'marks of letters at the same place, low, then high',
    updates: [samePlace(LOW, MARK), samePlace(HIGH, MARK)],
  },
  {
    name: 'one key, written again and again without origin',
    updates: [
      ({ record }, size) =>
        by(
          LOW,
          times(size, (at) => ({ parent: record, key: 'note', content: { values: [at] } })),
        ),
    ],
  },
  {
    name: 'one key, written under many client ids without origin',
    updates: times(
      60,
      (round) =>
        ({ record }, size) =>
          craftUpdate(
            times(8, (at) => ({
              client: HIGH - round * 8 - at,
              clock: 0,
              structs: times(Math.ceil(size / 40), (key) => ({
                parent: record,
                key: `k${key}`,
                content: { values: [at] },
              })),
            })),
          ),
    ),
  },
  {
    name: 'every second letter of a long text deleted, then the others',
    updates: [longText, deleteEverySecond(0), deleteEverySecond(1)],
  },
  {
    name: 'a letter into every place of another’s long text',
    updates: [
      longText,
      (_, size) =>
        by(
          LOW,
          times(size - 1, (at) => ({ origin: [OTHER, at], right: [OTHER, at + 1], content: LETTER })),
        ),
    ],
  },
  {
    name: 'letters that all begin at the first and end at different ones',
    updates: [
      samePlace(LOW),
      (_, size) =>
        by(
          HIGH,
          times(size - 1, (at) => ({ origin: null, right: [LOW, size - 1 - at], content: LETTER })),
        ),
    ],
  },
  {
    name: 'letters whose origins go to and fro',
    updates: [
      samePlace(HIGH),
      (_, size) =>
        by(
          LOW,
          times(size, (at) => ({ origin: [HIGH, at % 2 === 0 ? at : size - 1 - at], content: LETTER })),
        ),
    ],
  },
  {
    name: 'what is known, sent again with origins inside a long text',
    updates: [
      longText,
      samePlace(LOW),
      (_, size) =>
        by(
          LOW,
          times(size, (at) => ({ origin: [OTHER, at], content: LETTER })),
        ),
    ],
  },
  {
    name: 'values of a text split again and again',
    updates: [
      ({ text }, size) => by(OTHER, [{ parent: text, content: { values: times(size, () => 1) } }]),
      deleteEverySecond(0),
    ],
  },
  {
    name: 'pairs that join only when the second is deleted',
    updates: [
      longText,
      (_, size) =>
        by(
          LOW,
          times(Math.floor(size / 2) - 1, (at) => ({
            origin: [OTHER, 2 * at + 1],
            right: [OTHER, 2 * at + 2],
            content: LETTER,
          })),
        ),
      deleteEverySecond(0),
      deleteEverySecond(1),
    ],
  },
];
