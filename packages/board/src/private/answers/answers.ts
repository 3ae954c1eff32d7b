import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL } from '../../doc.ts';
import { ANSWER_KINDS, type AnswerKind, type AnswerValue } from './answer-kinds.ts';
import { answerKey, placeOf, placePrefix, questionPrefix, type AnswerPlace } from './answer-key.ts';

/** Root of a private document: everything that its owner answers alone, of every kind (`ANSWER_KINDS`). */
export const ANSWERS = 'answers';

/** The latest time that a date can name, in ms since 1970. */
const TIME_MAX = 8.64e15;

/** A question to one person: of which kind, in which round or phase, and for whom (null: the owner). */
export type AnswerQuestion<K extends AnswerKind = AnswerKind> = {
  readonly kind: K;
  readonly of: string;
  readonly person: string | null;
};

/** What was answered last to one part of one item; `at` in ms since 1970 by the server's clock. */
export type Answer<K extends AnswerKind = AnswerKind> = {
  readonly item: string;
  readonly part: number;
  readonly value: AnswerValue<K>;
  readonly at: number;
};

/** What stands under a key of `answers`; null for a key that none has. */
export function answerField(key: string) {
  const place = placeOf(key);
  return place === null ? null : FIELDS[place.kind];
}

const fieldOf = <V extends z.ZodMiniType>(value: V) =>
  z.strictObject({ value, at: z.int().check(z.minimum(0), z.maximum(TIME_MAX)) });
const FIELDS = { vote: fieldOf(ANSWER_KINDS.vote) } satisfies Record<AnswerKind, unknown>;

/**
 * Gives one answer. It counts as later than every answer to the same that this device has seen, whatever `now` says (ms
 * since 1970 by the server's clock), and takes the place of those. What another device gives meanwhile stays beside it;
 * whichever is later is read.
 */
export function giveAnswer<K extends AnswerKind>(
  privateDoc: Y.Doc,
  place: AnswerPlace & { readonly kind: K },
  value: AnswerValue<K>,
  now: number,
): void {
  const answers = privateDoc.getMap(ANSWERS);
  const own = answerKey(place, privateDoc.clientID);
  privateDoc.transact(() => {
    let at = Math.min(Math.max(0, Math.round(now)), TIME_MAX);
    for (const [key, kept] of keptUnder(privateDoc, placePrefix(place))) {
      at = Math.max(at, Math.min(kept.at + 1, TIME_MAX));
      if (key !== own) answers.delete(key);
    }
    answers.set(own, { value, at });
  }, LOCAL);
}

/** The latest answers to a question, one for each part of an item, in no order; values that do not fit are left out. */
export function readAnswers<K extends AnswerKind>(
  privateDoc: Y.Doc,
  question: AnswerQuestion<K>,
): readonly Answer<K>[] {
  const latest = new Map<string, Answer<K> & { readonly key: string }>();
  for (const [key, { value, at }] of keptUnder(privateDoc, questionPrefix(question))) {
    const place = placeOf(key);
    if (place === null) continue;
    const { item, part } = place;
    const prefix = placePrefix(place);
    const known = latest.get(prefix);
    if (known === undefined || at > known.at || (at === known.at && key > known.key))
      // Which kind a value is of is known by its key.
      latest.set(prefix, { item, part, value: value as AnswerValue<K>, at, key });
  }
  return [...latest.values()].map(({ item, part, value, at }) => ({ item, part, value, at }));
}

/** For whom the owner of this document has answered, beside themselves. */
export function answeredFor(
  privateDoc: Y.Doc,
  { kind, of }: Pick<AnswerPlace, 'kind' | 'of'>,
): ReadonlySet<string> {
  const people = new Set<string>();
  for (const key of privateDoc.getMap(ANSWERS).keys()) {
    const place = placeOf(key);
    if (place?.kind === kind && place.of === of && place.person !== null) people.add(place.person);
  }
  return people;
}

/** Forgets the answers of a round or phase; `person` left out: those for everybody. */
export function removeAnswers(
  privateDoc: Y.Doc,
  { kind, of, person }: { readonly kind: AnswerKind; readonly of: string; readonly person?: string | null },
): void {
  const answers = privateDoc.getMap(ANSWERS);
  const gone = [...answers.keys()].filter((key) => {
    const place = placeOf(key);
    return place?.kind === kind && place.of === of && (person === undefined || place.person === person);
  });
  if (gone.length === 0) return;
  privateDoc.transact(() => {
    for (const key of gone) answers.delete(key);
  }, LOCAL);
}

function keptUnder(
  privateDoc: Y.Doc,
  prefix: string,
): readonly (readonly [string, { readonly value: AnswerValue<AnswerKind>; readonly at: number }])[] {
  return [...privateDoc.getMap(ANSWERS).entries()].flatMap(([key, value]) => {
    if (!key.startsWith(prefix)) return [];
    const kept = answerField(key)?.safeParse(value);
    return kept?.success === true ? [[key, kept.data] as const] : [];
  });
}
