import * as Y from 'yjs';
import * as z from 'zod/mini';
import { LOCAL, wordsIn } from '../doc.ts';
import { nameField } from '../schema/fields.ts';
import { ANONYMITIES, type Anonymity } from '../schema/phase.ts';

/**
 * What a writer was promised when the words of a note first reached the server: what is shown with it, and the unit id
 * and name they had then ("" for none). Whatever becomes of the agenda or of the person later, no more is shown.
 */
export const promiseSchema = z.object({
  identity: z.enum(ANONYMITIES),
  unit: nameField,
  name: nameField,
});
export type DraftPromise = Readonly<z.output<typeof promiseSchema>>;

/** The stricter of two promises: the one that shows less. */
export function stricter(a: Anonymity, b: Anonymity): Anonymity {
  return ANONYMITIES.indexOf(a) >= ANONYMITIES.indexOf(b) ? a : b;
}

/** What the server knows of a draft while it decides what to promise. */
export type DraftToPromise = {
  /** As the draft says: the phase it was written in, and for whom. */
  readonly phase: unknown;
  readonly for: unknown;
  readonly seen: unknown;
  readonly promise: DraftPromise | null;
};

/**
 * Stores with each draft that has words what `promiseOf` says it was promised; null leaves a draft as it is, and so does
 * a promise it has already. A promise is never made looser here: the identity is the stricter of the one it had, of what
 * its writer was told (`seen`), and of what is said now. `dry`: only counts. Only the server calls this. Answers how many it wrote.
 */
export function promiseDrafts(
  privateDoc: Y.Doc,
  promiseOf: (draft: DraftToPromise) => DraftPromise | null,
  dry = false,
): number {
  const news: [Y.Map<unknown>, DraftPromise][] = [];
  for (const draft of privateDoc.getMap('drafts').values()) {
    if (!(draft instanceof Y.Map) || wordsIn(draft).trim() === '') continue;
    const had = readPromise(draft);
    const said = promiseOf({
      phase: draft.get('phase'),
      for: draft.get('for'),
      seen: draft.get('seen'),
      promise: had,
    });
    if (said === null) continue;
    const identity = stricter(said.identity, stricter(had?.identity ?? 'named', seenIn(draft)));
    if (had?.identity !== identity) news.push([draft, { ...(had ?? said), identity }]);
  }
  if (news.length === 0 || dry) return news.length;
  privateDoc.transact(() => {
    for (const [draft, promise] of news) draft.set('promise', promise);
  }, LOCAL);
  return news.length;
}

function readPromise(draft: Y.Map<unknown>): DraftPromise | null {
  const parsed = promiseSchema.safeParse(draft.get('promise'));
  return parsed.success ? parsed.data : null;
}

/** A hint that is none promises nothing more. */
function seenIn(draft: Y.Map<unknown>): Anonymity {
  const seen = draft.get('seen');
  return ANONYMITIES.find((identity) => identity === seen) ?? 'named';
}
