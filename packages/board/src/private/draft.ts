import * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL, textIn, wordsIn } from '../doc.ts';
import { newId } from '../ids.ts';
import { check } from '../writing/check.ts';
import { applyEdit, smallestEdit } from '../writing/text.ts';
import { fail, ok, type Result } from '../result.ts';
import { columnField, idField, orNull, rowField, textField } from '../schema/fields.ts';
import { plainText } from '../schema/letters.ts';
import { TEXT_MAX } from '../schema/limits.ts';
import { ANONYMITIES } from '../schema/phase.ts';
import { readWhole } from '../schema/read-whole.ts';
import { promiseSchema } from './promise.ts';

const OWN_CHOICES = ['named', 'unit'] as const;
/** What a writer may show with a note of their own beyond the promise of its phase. */
export type OwnChoice = (typeof OWN_CHOICES)[number];

/**
 * A note written alone. It lives in its writer's private document (root `drafts`) until the server reveals it; what
 * is there never reaches another browser.
 */
export const draftSchema = z.object({
  text: textField,
  row: orNull(rowField),
  column: orNull(columnField),
  /** The phase it was written in. */
  phase: orNull(idField),
  /** The participant it was written for: a person who dictates or has no device. Null: one's own. */
  for: orNull(idField),
  /** Set when the writer says so: revealed with the others, or asked about if it comes late. */
  at: z._default(z.int().check(z.minimum(0)), 0),
  /** What its writer was told would be shown with it. Only ever makes the promise stricter. */
  seen: orNull(z.enum(ANONYMITIES)),
  /** More than was promised, by the writer's own choice for this note: their unit, or their name. */
  show: orNull(z.enum(OWN_CHOICES)),
  /** What the writer answered when asked whether it may be shown: which question (`asked.at`), and yes or no. */
  answer: orNull(z.tuple([z.int(), z.boolean()])),
  /** The server's: what was promised when its words first arrived. */
  promise: orNull(promiseSchema),
  /** The server's: it came late, and waits for the late notes of others (ms since 1970). */
  wants: orNull(z.int()),
  /** Its words when they were revealed. Words that were on their way then make it a draft again. */
  shown: orNull(textField),
});

/** Keys of a draft that only the server writes, and that no other copy brings along. */
export const SERVER_DRAFT_KEYS: ReadonlySet<string> = new Set(['promise', 'wants']);

export type Draft = { readonly id: string } & Readonly<z.output<typeof draftSchema>>;

/** A draft of which nothing is known but its words. */
export const PLAIN_DRAFT = {
  row: null,
  column: null,
  phase: null,
  for: null,
  at: 0,
  seen: null,
  show: null,
  answer: null,
  promise: null,
  wants: null,
  shown: null,
} satisfies Omit<Draft, 'id' | 'text'>;

/** Drafts one person may have waiting. */
export const DRAFTS_MAX = 200;

const DRAFTS = 'drafts';

/** Drafts of a private document that wait to be revealed, in writing order; what does not fit is left out. */
export function readDrafts(privateDoc: Y.Doc): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const [id, value] of privateDoc.getMap(DRAFTS).entries()) {
    if (!(value instanceof Y.Map)) continue;
    const read = readWhole(draftSchema, { ...value.toJSON(), text: wordsIn(value) });
    if (!read.ok || !idField.safeParse(id).success || isShown(value)) continue;
    drafts.push({ ...read.value, id });
  }
  return drafts.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

const addInput = z.partial(z.omit(draftSchema, { shown: true, promise: true, wants: true, answer: true }), {
  row: true,
  column: true,
  phase: true,
  for: true,
  seen: true,
  show: true,
});

/** Writes one draft. `at` in ms since 1970 orders it among one's own. Gives back its id. */
export function addDraft(privateDoc: Y.Doc, input: z.input<typeof addInput>): Result<string> {
  const checked = check(addInput, input);
  if (!checked.ok) return checked;
  const drafts = privateDoc.getMap<Y.Map<unknown>>(DRAFTS);
  if (readDrafts(privateDoc).length >= DRAFTS_MAX) return fail('too-many-drafts', { max: DRAFTS_MAX });
  const id = newId();
  privateDoc.transact(() => drafts.set(id, draftRecord(checked.value)), LOCAL);
  return ok(id);
}

/** Makes a draft say `text`, by the smallest edit. A draft that is gone meanwhile says nothing. */
export function writeDraft(privateDoc: Y.Doc, id: string, text: string): Result<void> {
  const draft = privateDoc.getMap<Y.Map<unknown>>(DRAFTS).get(id);
  if (draft === undefined) return fail('draft-gone');
  const plain = plainText(text);
  if (plain.length > Math.max(TEXT_MAX, wordsIn(draft).length))
    return fail('text-too-long', { max: TEXT_MAX });
  privateDoc.transact(() => rewrite(draft, plain), LOCAL);
  return ok(undefined);
}

/**
 * Puts drafts of another copy of the document, or removed ones, back under the ids they had. What is there meanwhile
 * stays: the longer of two versions where one holds the other, both otherwise. Doing it twice changes nothing.
 */
export function putBackDrafts(privateDoc: Y.Doc, drafts: readonly Draft[]): void {
  const root = privateDoc.getMap<Y.Map<unknown>>(DRAFTS);
  privateDoc.transact(() => {
    for (const { id, ...draft } of drafts) {
      const there = root.get(id);
      const said = there === undefined ? null : wordsIn(there);
      if (there === undefined || said === null) root.set(id, draftRecord(draft));
      else if (draft.text.includes(said)) rewrite(there, draft.text);
      else if (!said.includes(draft.text) && !says(root, draft.text)) root.set(newId(), draftRecord(draft));
    }
  }, LOCAL);
}

function says(root: Y.Map<Y.Map<unknown>>, text: string): boolean {
  return [...root.values()].some((draft) => wordsIn(draft) === text);
}

function draftRecord({
  text,
  ...rest
}: {
  readonly text: string;
  readonly [key: string]: unknown;
}): Y.Map<unknown> {
  const draft = new Y.Map<unknown>([['text', new Y.Text(text)]]);
  for (const [key, value] of Object.entries(rest))
    if (value !== null && value !== undefined && !SERVER_DRAFT_KEYS.has(key)) draft.set(key, value);
  return draft;
}

function rewrite(draft: Y.Map<unknown>, text: string): void {
  const words = textIn(draft);
  const edit = smallestEdit(wordsIn(draft), text);
  if (words !== null && edit !== null) applyEdit(words, edit);
}

/** No other person can be typing in a private document, so a draft may really be deleted. */
export function removeDrafts(privateDoc: Y.Doc, ids: readonly string[]): void {
  privateDoc.transact(() => {
    for (const id of ids) privateDoc.getMap(DRAFTS).delete(id);
  }, LOCAL);
}

/** Whether the words of a draft are on the board as they are. */
export function isShown(draft: Y.Map<unknown>): boolean {
  return draft.has('shown') && draft.get('shown') === wordsIn(draft);
}

/**
 * Notes which drafts are on the board, and with which words (draft id -> text). They are not deleted yet: words that
 * their writer typed meanwhile would go with them. What an earlier reveal has shown is. Only the server calls this.
 */
export function markShown(privateDoc: Y.Doc, words: Readonly<Record<string, string>>): void {
  const drafts = privateDoc.getMap<Y.Map<unknown>>(DRAFTS);
  privateDoc.transact(() => {
    for (const [id, draft] of Array.from(drafts.entries())) {
      const shown = Object.hasOwn(words, id) ? words[id] : undefined;
      if (draft instanceof Y.Map && shown !== undefined) draft.set('shown', shown);
      else if (draft instanceof Y.Map && isShown(draft)) drafts.delete(id);
    }
  }, LOCAL);
}

/** Says where a draft belongs; null leaves it open. */
export function placeDraft(privateDoc: Y.Doc, id: string, row: Draft['row'], column: Draft['column']): void {
  const draft = privateDoc.getMap<Y.Map<unknown>>(DRAFTS).get(id);
  if (draft === undefined) return;
  privateDoc.transact(() => {
    draft.set('row', row);
    draft.set('column', column);
  }, LOCAL);
}

/** What a writer chooses to show with their own note beyond its promise; null: what was promised. */
export function showDraft(privateDoc: Y.Doc, id: string, show: OwnChoice | null): void {
  setOwn(privateDoc, [id], 'show', show);
}

/** Answers the question whether notes may be shown although fewer than three people wrote. `at`: which question. */
export function answerAsked(privateDoc: Y.Doc, ids: readonly string[], at: number, isYes: boolean): void {
  setOwn(privateDoc, ids, 'answer', [at, isYes]);
}

/** Notes that late drafts wait for those of others, to come together (`at`: ms since 1970). Only the server calls this. */
export function markWanted(privateDoc: Y.Doc, ids: readonly string[], at: number): void {
  setOwn(privateDoc, ids, 'wants', at);
}

function setOwn(privateDoc: Y.Doc, ids: readonly string[], key: string, value: unknown): void {
  const drafts = privateDoc.getMap<Y.Map<unknown>>(DRAFTS);
  privateDoc.transact(() => {
    for (const id of ids) drafts.get(id)?.set(key, value);
  }, LOCAL);
}
