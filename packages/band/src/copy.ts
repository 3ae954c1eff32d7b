import { openBoardClient } from '@coherence/protocol';
import type { BoardClientOptions } from '@coherence/protocol';
import { Doc } from 'yjs';

/** A document kept open over new generations, as a browser does: what is erased begins anew. */
export interface Copy {
  doc(): Doc;
  /** Resolves when the document is here and all that was written into it is on disk. Rejects when the server refuses it. */
  saved(): Promise<void>;
  /** Changes what others see of who has it open. */
  show(state: Readonly<Record<string, unknown>>): void;
  /** The server has refused it for good. */
  isGone(): boolean;
  close(): void;
}

/** `watch` is given each document once, and may say that there is news; a new one and the end are news as well. */
export function openCopy(
  way: Omit<BoardClientOptions, 'doc'>,
  watch: (doc: Doc, news: () => void) => void,
  news: () => void,
): Copy {
  let presence: Readonly<Record<string, unknown>> = {};
  let gone = false;
  let waiting: readonly (() => void)[] = [];
  const open = () => {
    const doc = new Doc();
    const client = openBoardClient({ ...way, doc });
    client.on('refused', (refusal) => {
      close();
      if (refusal.by === 'connection' && refusal.reason === 'new-generation') now = open();
      else gone = true;
      lookAgain();
      news();
    });
    client.saved.subscribe(lookAgain);
    if (Object.keys(presence).length > 0) client.awareness.setLocalState(presence);
    watch(doc, news);
    return { doc, client };
  };
  const lookAgain = (): void => {
    for (const look of waiting) look();
  };
  const close = (): void => {
    now.client.destroy();
    now.doc.destroy();
  };
  let now = open();
  return {
    doc: () => now.doc,
    saved: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const isSaved = !gone && now.client.saved.getSnapshot().kind === 'saved';
          if (!gone && !isSaved) return;
          waiting = waiting.filter((one) => one !== look);
          if (isSaved) resolve();
          else reject(new Error('a pretend participant was refused'));
        };
        waiting = [...waiting, look];
        look();
      }),
    show(state) {
      presence = { ...presence, ...state };
      now.client.awareness.setLocalState(presence);
    },
    isGone: () => gone,
    close,
  };
}
