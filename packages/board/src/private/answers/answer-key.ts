import { idField } from '../../schema/fields.ts';
import { ANSWER_KINDS, type AnswerKind } from './answer-kinds.ts';

/**
 * What one answer is about: a kind of answering alone, of which round or phase, for whom (null: the owner of the
 * document), and which item. `part`: which of several questions on the item, from 0.
 */
export type AnswerPlace = {
  readonly kind: AnswerKind;
  readonly of: string;
  readonly person: string | null;
  readonly item: string;
  readonly part: number;
};

const PARTS_MAX = 10;
/** A Yjs client id, which has 32 bits, with digits and letters. */
const WRITER = /^[0-9a-z]{1,7}$/;

/**
 * Where the answer of one writer stands in `answers`. Each tab of a person has a writer (its Yjs client) and writes a key
 * of its own, so that two devices that write at once replace nothing of each other.
 */
export function answerKey(place: AnswerPlace, writer: number): string {
  return `${placePrefix(place)}${writer.toString(36)}`;
}

/** What the keys of all writers at one place begin with. */
export function placePrefix({ item, part, ...question }: AnswerPlace): string {
  return `${questionPrefix(question)}${escape(item)}/${part}/`;
}

/** What the keys of all answers to one question begin with. */
export function questionPrefix({ kind, of, person }: Omit<AnswerPlace, 'item' | 'part'>): string {
  return `${kind}/${escape(of)}/${escape(person ?? '')}/`;
}

/** The place that a key names; null for a key that none has. */
export function placeOf(key: string): AnswerPlace | null {
  const pieces = key.split('/');
  const [name = '', of = '', person = '', item = '', part = '', writer = ''] = pieces.map(unescape);
  const kind = (Object.keys(ANSWER_KINDS) as AnswerKind[]).find((one) => one === name);
  const isKnown = pieces.length === 6 && kind !== undefined && WRITER.test(writer) && /^\d$/.test(part);
  if (!isKnown || Number(part) >= PARTS_MAX || ![of, item].every(isId)) return null;
  if (person !== '' && !isId(person)) return null;
  return { kind, of, person: person === '' ? null : person, item, part: Number(part) };
}

const isId = (id: string): boolean => idField.safeParse(id).success;
/** Ids of imported boards may have any sign. */
const escape = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');
const unescape = (piece: string): string => piece.replaceAll('%2F', '/').replaceAll('%25', '%');
