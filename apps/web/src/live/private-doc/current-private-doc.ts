import { carryAnswers, putBackDrafts, readDrafts, removeDrafts, type Draft } from '@coherence/board';
import type { ObservableValue, Refusal, SavedState } from '@coherence/protocol';
import { settableValue } from '@coherence/protocol/observable-value';
import { type RejectionReason, whyRefused } from '../outbox/rejected.ts';
import { unsentAnswers, type PrivateDoc } from './private-doc.ts';
import type { CopyRecord } from './copy-record.ts';

type CurrentPrivateDocParts = {
  readonly record: CopyRecord;
  /** Opens a copy on this device, new or not, and its connection. */
  readonly open: (which: { readonly copy: number; readonly generation: number }) => Promise<PrivateDoc>;
  /** Empties a copy for good. */
  readonly empty: (copy: number) => Promise<void>;
  /** Under which ballots of the open vote lie; null when none is open, undefined while the board is not known yet. */
  readonly openRound: () => string | null | undefined;
  /** Calls `listener` once the board is known. */
  readonly whenBoardKnown: (listener: () => void) => void;
  /** Answers to these rounds have come to be on the server. */
  readonly answersSent: (doc: PrivateDoc['doc'], rounds: readonly string[]) => void;
  /** Answers could not be taken over: their round was closed, and its ballots were erased. */
  readonly answersLate: () => void;
  /** Shows words that the server will never take among the rejected. */
  readonly reject: (drafts: readonly Draft[], why: RejectionReason) => void;
};

export type CurrentPrivateDoc = ObservableValue<PrivateDoc | null> & { close(): void };

/**
 * Keeps one's private document open over everything the server may do to it. Whatever happens, `getSnapshot` is a
 * document to write in: a fresh one takes its place only when it holds what the server has and what only the old one
 * knew.
 */
export function openCurrentPrivateDoc(parts: CurrentPrivateDocParts): CurrentPrivateDoc {
  const { record } = parts;
  const current = settableValue<PrivateDoc | null>(null);
  let coming: PrivateDoc | null = null;
  let isReplacing = false;
  let isClosed = false;

  async function start(): Promise<void> {
    const entry = record.read();
    for (const copy of entry.toEmpty) await emptied(copy);
    const privateDoc = await parts.open(entry);
    if (isClosed) return privateDoc.destroy();
    putBackDrafts(privateDoc.doc, entry.carried);
    current.set(privateDoc);
    watch(privateDoc, entry.copy, false);
  }

  async function emptied(copy: number): Promise<void> {
    await parts.empty(copy);
    record.change(({ toEmpty }) => ({ toEmpty: toEmpty.filter((one) => one !== copy) }));
  }

  function watch({ client, pending, answersSent, doc }: PrivateDoc, copy: number, replaces: boolean): void {
    let isUntouched = replaces;
    answersSent.subscribe(() => parts.answersSent(doc, answersSent.getSnapshot()));
    client.on('hello', ({ generation }) => {
      if (record.read().copy === copy) record.change(() => ({ generation }));
    });
    const settled = ({ kind }: SavedState): void => {
      if (kind !== 'saved') return;
      isUntouched = false;
      if (record.read().carried.length > 0) record.change(() => ({ carried: [] }));
    };
    client.on('saved', settled);
    const refused = (refusal: Refusal): void => {
      const why = whyRefused(refusal);
      const privateDoc = current.getSnapshot();
      if (why === null || isReplacing || privateDoc?.doc !== doc) return;
      if (why === 'removed') parts.reject(pendingDrafts(privateDoc), why);
      // A server that refuses a document in which nothing was written would refuse the next one too.
      else if (!isUntouched || pending.records().length > 0) void replace(privateDoc, [copy, copy], why);
    };
    client.on('refused', refused);
    const saved = client.saved.getSnapshot();
    settled(saved);
    if (saved.kind === 'refused') refused(saved.refusal);
  }

  /** `copies`: of the old document, and the last one that was tried. */
  async function replace(
    old: PrivateDoc,
    [oldCopy, lastCopy]: [number, number],
    why: RejectionReason,
  ): Promise<void> {
    isReplacing = true;
    // Another tab may have gone on to the next copy.
    const entry = record.read();
    const copy = Math.max(entry.copy, lastCopy + 1);
    const next = await parts.open({ copy, generation: entry.copy === copy ? entry.generation : 0 });
    if (isClosed) return next.destroy();
    coming = next;
    const settle = (): void => {
      if (coming !== next || !next.client.synced.getSnapshot()) return;
      const round = parts.openRound();
      // Whether unsent answers still count is known with the board.
      if (round === undefined && unsentAnswers(old).length > 0) return parts.whenBoardKnown(settle);
      coming = null;
      isReplacing = false;
      const carried = why === 'renewed' ? carryOver(old, next, round ?? null) : [];
      if (why === 'renewed' && unsentAnswers(old).some(({ of }) => of !== round)) parts.answersLate();
      if (why !== 'renewed') parts.reject(pendingDrafts(old), why);
      const generation = next.client.hello.getSnapshot()?.generation ?? 0;
      record.change(({ toEmpty }) => ({ copy, generation, carried, toEmpty: [...toEmpty, oldCopy] }));
      current.set(next);
      watch(next, copy, true);
      old.pending.clear();
      old.destroy();
      void emptied(oldCopy);
    };
    next.client.on('synced', settle);
    next.client.on('refused', (refusal) => {
      if (coming !== next || whyRefused(refusal) !== 'renewed') return;
      coming = null;
      next.destroy();
      void replace(old, [oldCopy, copy], why);
    });
    settle();
  }

  void start();
  return {
    getSnapshot: current.getSnapshot,
    subscribe: current.subscribe,
    close() {
      isClosed = true;
      coming?.destroy();
      current.getSnapshot()?.destroy();
      coming = null;
      current.set(null);
    },
  };
}

/** Drafts whose last words may not have reached the server. */
function pendingDrafts({ doc, pending }: PrivateDoc): readonly Draft[] {
  const touched = new Set(pending.records().flatMap(({ root, id }) => (root === 'drafts' ? [id] : [])));
  return readDrafts(doc).filter(({ id }) => touched.has(id));
}

/**
 * Takes over into `fresh`, which has what the server kept, what only `old` knows. What had arrived is not taken over:
 * it was revealed meanwhile, or waits in `fresh`. `round`: under which ballots of the open vote lie; nothing of a
 * closed one may come back. Gives back the drafts.
 */
function carryOver(old: PrivateDoc, fresh: PrivateDoc, round: string | null): readonly Draft[] {
  const drafts = pendingDrafts(old);
  const waiting = new Set(readDrafts(old.doc).map(({ id }) => id));
  const taken = old.pending.records().filter(({ root, id }) => root === 'drafts' && !waiting.has(id));
  putBackDrafts(fresh.doc, drafts);
  removeDrafts(
    fresh.doc,
    taken.map(({ id }) => id),
  );
  const stillCount = unsentAnswers(old).filter(({ of }) => of === round);
  carryAnswers(old.doc, fresh.doc, stillCount);
  return drafts;
}
