import * as Y from 'yjs';
import {
  type BoardRecord,
  isPresent,
  LOCAL,
  RECORD_ROOTS,
  recordOf,
  type Root,
  rootOf,
  sourcesIn,
  wordsIn,
} from './doc.ts';
import { fieldOf } from './guard/known-keys.ts';
import { ANSWERS } from './private/answers/answers.ts';
import { COUNTED } from './private/as-counted.ts';
import { isShown } from './private/draft.ts';
import { BALLOTS } from './private/old-ballots.ts';
import { mergeRootsOf } from './merging/merge-roots.ts';
import { highestNumber, LAST_NUMBER } from './operations/factors/number.ts';

/** What stands where words were redacted. */
export const REDACTED = '[redacted]';

/**
 * A fresh document with what is on the board now: same ids, numbers, order and words, and nothing else. Records that
 * were taken out, overwritten words, the history of all typing and keys that no schema declares stay behind:
 * those may hold words that no person can see to redact them. Numbers that were given stay given. The words of the
 * factors in `redact`, and what quotes them, are left out for good; factor, number and links stay.
 */
export function renewBoard(old: Y.Doc, redact: ReadonlySet<string> = new Set()): Y.Doc {
  const fresh = new Y.Doc();
  const gone = partsOfGone(old);
  const unsaid = withParts(old, redact);
  fresh.transact(() => {
    for (const root of ['meta', 'session'] as const)
      copyEntries(rootOf(old, root), rootOf(fresh, root), (key) => root === 'session' || isKnown(root, key));
    for (const root of RECORD_ROOTS) {
      for (const id of rootOf(old, root).keys()) {
        const record = recordOf(old, root, id);
        if (record === null || !isPresent(record)) continue;
        if (root === 'factors' && gone.has(id)) continue;
        const copy = copyOf(record, (key) => isKnown(root, key));
        if (root === 'factors') redactFactor(copy, record, unsaid.has(id), unsaid);
        if (root === 'voteRounds') redactRound(copy, record, unsaid);
        if (root === 'loops') redactLoop(copy, record, unsaid);
        if (root === 'notes' && quotes(old, record, unsaid)) copy.set('text', new Y.Text(REDACTED));
        copy.set('in', fresh.clientID);
        rootOf(fresh, root).set(id, copy);
      }
    }
    rootOf(fresh, 'session').set(LAST_NUMBER, highestNumber(old));
  }, LOCAL);
  return fresh;
}

/**
 * A fresh private document with the answers and the drafts that still wait, under the same ids. A draft that cannot be
 * read waits too: its writer alone decides about it.
 */
export function renewPrivate(old: Y.Doc): Y.Doc {
  const fresh = new Y.Doc();
  fresh.transact(() => {
    for (const root of [ANSWERS, BALLOTS]) copyEntries(old.getMap(root), fresh.getMap(root));
    copyEntries(old.getMap(COUNTED), fresh.getMap(COUNTED));
    for (const [id, draft] of old.getMap('drafts').entries()) {
      if (draft instanceof Y.Map && !isShown(draft)) fresh.getMap('drafts').set(id, copyOf(draft));
    }
  }, LOCAL);
  return fresh;
}

/**
 * A fresh document that says the same as `old`, a board or a private document, whatever that costs to open:
 * every record with every key, also those that were taken out and can be put back, texts past their limit and keys that
 * nothing shows. Only what was overwritten or deleted, and who typed what when, stays behind.
 */
export function healed(old: Y.Doc): Y.Doc {
  const fresh = new Y.Doc();
  fresh.transact(() => {
    for (const root of old.share.keys()) {
      const to = fresh.getMap(root);
      for (const [key, value] of old.getMap(root).entries()) {
        const copy = copyValue(value);
        if (copy instanceof Y.Map && value instanceof Y.Map && isPresent(value))
          copy.set('in', fresh.clientID);
        to.set(key, copy);
      }
    }
  }, LOCAL);
  return fresh;
}

/**
 * All that a document says, root by root, whatever it holds; a root without entries says nothing. Who last put a record in
 * differs by generation and is left out.
 */
export function contentOf(doc: Y.Doc): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const roots = [...doc.share.keys()].filter((root) => doc.getMap(root).size > 0);
  return Object.fromEntries(
    roots.map((root) => {
      const entries = [...doc.getMap(root).entries()].map(([id, value]) => {
        if (!(value instanceof Y.AbstractType)) return [id, value];
        const said: unknown = value.toJSON();
        const isRecord = typeof said === 'object' && said !== null && 'in' in said;
        return [id, isRecord ? { ...said, in: typeof said.in } : said];
      });
      return [root, Object.fromEntries(entries)];
    }),
  );
}

/** What was merged into a factor that is no longer on the board: it went with that. */
function partsOfGone(doc: Y.Doc): ReadonlySet<string> {
  return new Set([...mergeRootsOf(doc)].flatMap(([id, root]) => (root === null ? [id] : [])));
}

/** Factors and what was merged into them: the words of all of these stand for one thing on the board. */
function withParts(doc: Y.Doc, ids: ReadonlySet<string>): ReadonlySet<string> {
  const parts = [...mergeRootsOf(doc)].flatMap(([id, root]) => (root !== null && ids.has(root) ? [id] : []));
  return new Set([...ids, ...parts]);
}

const isKnown = (root: Root, key: string): boolean => fieldOf(root, key) !== null;
const everyKey = () => true;

function copyEntries(from: Y.Map<unknown>, to: Y.Map<unknown>, isKept: (key: string) => boolean = everyKey) {
  for (const [key, value] of from.entries())
    if (isKept(key)) to.set(key, value instanceof Y.Map ? copyOf(value) : copyValue(value));
}

function copyOf(record: BoardRecord, isKept: (key: string) => boolean = everyKey): BoardRecord {
  const kept = [...record.entries()].filter(([key]) => isKept(key));
  return new Y.Map(kept.map(([key, value]) => [key, copyValue(value)]));
}

function copyValue(value: unknown): unknown {
  if (value instanceof Y.Text) return new Y.Text(value.toString());
  if (value instanceof Y.Map) return copyOf(value);
  return value;
}

/** `copy` is not in a document yet, so what it replaces is read from `record`. */
function redactFactor(
  copy: BoardRecord,
  record: BoardRecord,
  whole: boolean,
  redact: ReadonlySet<string>,
): void {
  if (whole) {
    copy.set('text', new Y.Text(REDACTED));
    for (const key of ['mapName', 'note', 'wording']) if (record.has(key)) copy.delete(key);
  }
  const sources = sourcesIn(record);
  if (sources === null) return;
  const kept = [...sources.entries()].map(([id, source]): [string, unknown] => [
    id,
    whole || redact.has(id) || redact.has(originOf(source)) ? withoutWords(source) : source,
  ]);
  copy.set('sources', new Y.Map(kept));
}

/** The factor whose words a source quotes, where it says so. */
function originOf(source: unknown): string {
  return typeof source === 'object' && source !== null && 'of' in source ? String(source.of) : '';
}

function withoutWords(source: unknown): unknown {
  const unit: unknown =
    typeof source === 'object' && source !== null && 'unit' in source ? source.unit : null;
  return { unit };
}

/** The sentence of a circle quotes every factor it goes through. */
function redactLoop(copy: BoardRecord, record: BoardRecord, redact: ReadonlySet<string>): void {
  const nodes = record.get('nodes');
  const quotes = Array.isArray(nodes) && nodes.some((id) => redact.has(String(id)));
  if (quotes && record.has('sentence')) copy.delete('sentence');
}

/** A closed round keeps what its items said. */
function redactRound(copy: BoardRecord, record: BoardRecord, redact: ReadonlySet<string>): void {
  const words: unknown = record.get('words');
  if (typeof words !== 'object' || words === null) return;
  const kept = Object.entries(words).map(([id, said]) => [id, redact.has(id) ? REDACTED : (said as unknown)]);
  copy.set('words', Object.fromEntries(kept));
}

/** A parked note is the words of what it is about; any other may quote them. */
function quotes(old: Y.Doc, note: BoardRecord, redact: ReadonlySet<string>): boolean {
  const about: unknown = note.get('about');
  const named = (Array.isArray(about) ? about.map(String) : []).filter((id) => redact.has(id));
  if (named.length === 0) return false;
  const said = wordsIn(note);
  return (
    note.get('kind') === 'parked' ||
    named.some((id) => {
      const factor = recordOf(old, 'factors', id);
      return ['text', 'wording', 'mapName'].some((key) => {
        const words = String(factor?.get(key) ?? '');
        return words !== '' && said.includes(words);
      });
    })
  );
}
