import { answerEntries, readDrafts, type AnswerEntry } from '@coherence/board';
import { openBoardClient, type BoardClient, type ObservableValue } from '@coherence/protocol';
import { settableValue } from '@coherence/protocol/observable-value';
import { Doc } from 'yjs';
import { type Pending, type WordStore, watchPending, type PendingKind } from '../outbox/pending.ts';
import type { LiveBoard } from '../open-board.ts';
import { copyName, openOfflineStore } from '../device/offline-store.ts';

/** One's private document: drafts and answers. Nobody else's browser ever gets it. */
export type PrivateDoc = {
  readonly doc: Doc;
  readonly client: BoardClient;
  readonly pending: Pending<PendingPrivateEdit>;
  /** Rounds and phases to which answers have just come to be on the server; told each time. */
  readonly answersSent: ObservableValue<readonly string[]>;
  /** Drafts with changes that are not known to be on the server, by id. */
  readonly pendingDrafts: ObservableValue<ReadonlySet<string>>;
  destroy(): void;
};

type PrivateDocSource = Pick<LiveBoard, 'id' | 'me'>;

/** Opens one copy of the private document: first what this device has, then the connection. */
export async function openPrivateDoc(
  { id, me }: PrivateDocSource,
  { copy, generation }: { copy: number; generation: number },
  words: WordStore | null,
): Promise<PrivateDoc> {
  const doc = new Doc();
  const name = privateCopyName(id, me.participantId, copy);
  const store = await openOfflineStore(doc, name);
  const client = openBoardClient({
    url: location.origin,
    boardId: id,
    path: `/sync/${encodeURIComponent(id)}/mine`,
    token: me.token,
    doc,
    generation: store.wasEmpty ? 0 : generation,
  });
  return privateDocOf(doc, client, watchPendingPrivateEdits(doc, name, words), () => store.close());
}

/** The name of a copy in IndexedDB: `mine` is stored on devices, and the server's address ends in it too. */
export function privateCopyName(board: string, participant: string, copy: number): string {
  return copyName([board, 'mine', participant, String(copy)]);
}

/** The parts of one copy put together. */
export function privateDocOf(
  doc: Doc,
  client: BoardClient,
  pending: Pending<PendingPrivateEdit>,
  closeStore: () => void,
): PrivateDoc {
  const pendingDrafts = watchPendingDrafts(doc, pending);
  const answersSent = settableValue<readonly string[]>([], () => false);
  client.on('saved', ({ kind }) => {
    if (kind !== 'saved') return;
    const sent = unsentAnswers({ doc, pending });
    pending.clear();
    pendingDrafts.look();
    if (sent.length > 0) answersSent.set([...new Set(sent.map(({ of }) => of))]);
  });
  return {
    doc,
    client,
    pending,
    answersSent,
    pendingDrafts,
    destroy() {
      pending.stop();
      client.destroy();
      closeStore();
      doc.destroy();
    },
  };
}

/** Answers that are not known to be on the server. */
export function unsentAnswers({ doc, pending }: Pick<PrivateDoc, 'doc' | 'pending'>): readonly AnswerEntry[] {
  const touched = new Set(pending.records().map(({ root, id }) => `${root}/${id}`));
  return answerEntries(doc).filter(({ root, key }) => touched.has(`${root}/${key}`));
}

function watchPendingDrafts(
  doc: Doc,
  pending: Pending<PendingPrivateEdit>,
): ObservableValue<ReadonlySet<string>> & { look(): void } {
  const read = (): ReadonlySet<string> => {
    const touched = new Set(pending.records().flatMap(({ root, id }) => (root === 'drafts' ? [id] : [])));
    return touched.size === 0
      ? touched
      : new Set(readDrafts(doc).flatMap(({ id }) => (touched.has(id) ? [id] : [])));
  };
  const value = settableValue(read(), (a, b) => a.size === b.size && [...a].every((id) => b.has(id)));
  const look = (): void => void value.set(read());
  // The watch of pending edits has seen the transaction by then: it listens since longer.
  doc.on('afterTransaction', look);
  return { ...value, look };
}

/** A draft or an answer that was written and is not known to be on the server. `ballots`: as older versions noted it. */
type PendingPrivateEdit = { readonly root: (typeof ROOTS)[number]; readonly id: string };

const ROOTS = ['drafts', 'answers', 'ballots'] as const;

const KIND: PendingKind<PendingPrivateEdit> = {
  pending: (touched) =>
    touched.flatMap(({ root, id, changed }) => {
      const known = ROOTS.find((one) => one === root);
      if (known === undefined) return [];
      return (id === null ? changed : [id]).map((one) => ({ root: known, id: one }));
    }),
  keyOf: ({ root, id }) => `${root}/${id}`,
  isEntry: (value): value is PendingPrivateEdit => {
    const entry = value as Partial<PendingPrivateEdit> | null;
    return typeof entry?.id === 'string' && ROOTS.some((root) => root === entry.root);
  },
};

/** Notes which drafts and answers this device has changed since everything was last saved, over reloads too. */
export function watchPendingPrivateEdits(
  doc: Doc,
  copy: string,
  store: WordStore | null,
): Pending<PendingPrivateEdit> {
  return watchPending(doc, copy, store, KIND);
}
