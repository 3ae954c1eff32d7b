import { type Refusal, type Role, may, ROLES } from '@coherence/protocol';
import { rememberBoard, keyFor } from './device/identity.ts';
import { candidatesOf } from './outbox/candidates.ts';
import { whyRefused, type RejectionReason } from './outbox/rejected.ts';
import type { LiveBoard, Me } from './open-board.ts';
import { serverClock } from './server/server-clock.ts';

export type Who = Pick<Me, 'name' | 'unit'>;

type CurrentBoardParts = {
  /** Opens the board with what this browser holds of it. */
  readonly open: () => Promise<LiveBoard>;
  /** The board to show now. Null while it is opened: once this returns, nothing may be written into the board before it. */
  readonly onBoard: (board: LiveBoard | null) => void;
  /** The board is shown anew because the server would take nothing more from the document it was in. */
  readonly onReplaced: (why: RejectionReason) => void;
  /** A facilitator has given this person another role. */
  readonly onRole: (role: Role) => void;
  /** Who this person is on the board, as the server knows them; null when it does not answer. */
  readonly askWho: (board: LiveBoard) => Promise<Who | null>;
  /** Somebody has given them another name, or moved them to another unit of `board`. */
  readonly onWho: (before: Who, now: Who, board: LiveBoard) => void;
  readonly onFailed: (error: unknown) => void;
};

/**
 * Holds the current board over everything that the server may do to its document or to this person: a refused edit or a
 * renewed board leads to a fresh document, with the pending words among the rejected; another role holds at once. Answers how
 * to close it.
 */
export function openCurrentBoard(parts: CurrentBoardParts): () => void {
  let board: LiveBoard | null = null;
  let isClosed = false;

  function show(next: LiveBoard | null): void {
    board = next;
    parts.onBoard(next);
  }

  /** `again`: the server had no room for what this person wrote, and has now. */
  async function start(replaces: boolean, again = false): Promise<void> {
    const opened = await parts.open();
    if (isClosed) return opened.destroy();
    show(opened);
    const { client, rejected } = opened;
    let isUntouched = replaces;
    let waitsForRoom = false;
    client.on('saved', (state) => {
      if (state.kind === 'saved') isUntouched = waitsForRoom = false;
      else if (state.kind === 'not-saved') waitsForRoom = state.why === 'doc-full' || state.why === 'share';
    });
    let addsAgain = again;
    const settle = (): void => {
      if (!client.synced.getSnapshot()) return;
      rejected.settle(opened.snapshots.get());
      if (addsAgain) addAllAgain(opened).catch(parts.onFailed);
      addsAgain = false;
    };
    client.on('synced', settle);
    client.on('role', (role) => {
      const known = ROLES.find((one) => one === role);
      if (board === null || known === undefined) return;
      if (known !== board.role) {
        show(withRole(board, known));
        parts.onRole(known);
      }
      void learnWho();
    });
    const refused = (refusal: Refusal): void => {
      const why = whyRefused(refusal);
      if (why === 'removed') rejectPending(opened, why, null);
      // A server that refuses a document in which nothing was written would refuse the next one too.
      else if (why !== null && !(isUntouched && opened.pending.records().length === 0))
        replace(opened, why, why === 'renewed' && waitsForRoom);
    };
    client.on('refused', refused);
    settle();
    const saved = client.saved.getSnapshot();
    if (saved.kind === 'refused') refused(saved.refusal);
  }

  async function learnWho(): Promise<void> {
    const asked = board;
    const now = asked === null ? null : await parts.askWho(asked);
    if (board === null || now === null || isClosed || board.doc !== asked?.doc) return;
    const { name, unit } = board.me;
    if (now.name === name && now.unit === unit) return;
    const shown = withWho(board, now);
    show(shown);
    parts.onWho({ name, unit }, now, shown);
  }

  function replace(old: LiveBoard, why: RejectionReason, again: boolean): void {
    rejectPending(old, why, old.copy);
    show(null);
    // A field that closes may have had a last word.
    rejectPending(old, why, old.copy);
    old.pending.clear();
    old.destroy();
    parts.onReplaced(why);
    start(true, again).catch(parts.onFailed);
  }

  start(false).catch(parts.onFailed);
  return () => {
    isClosed = true;
    board?.destroy();
  };
}

/** Writes what waited for room, as its writer would from the list of what was rejected; the rest stays there. */
async function addAllAgain({ actor, doc, rejected, undo }: LiveBoard): Promise<void> {
  const { addAgain, canAddAgain } = await import('./outbox/add-again.ts');
  for (const item of rejected.getSnapshot()) {
    if (!canAddAgain(item)) continue;
    if (undo.step(() => addAgain(doc, item, actor, serverClock.now())).ok) rejected.discard(item);
  }
}

function rejectPending(
  { rejected, pending, snapshots }: LiveBoard,
  why: RejectionReason,
  copy: string | null,
): void {
  rejected.add(candidatesOf(pending.records(), snapshots.get(), why), copy);
  if (copy === null) rejected.settleWithoutBoard();
}

/** The same board for a person who may do something else on it now. */
function withRole(board: LiveBoard, role: Role): LiveBoard {
  const key = keyFor(board.id);
  if (key !== null) rememberBoard({ ...key, role });
  const { awareness } = board.client;
  if (awareness.getLocalState() !== null) awareness.setLocalStateField('role', role);
  return { ...board, role, canEdit: may(role, 'write') };
}

/** The same board for a person who has another name or unit: what they write from now on is said for that unit. */
function withWho(board: LiveBoard, { name, unit }: Who): LiveBoard {
  const key = keyFor(board.id);
  if (key !== null) rememberBoard({ ...key, name, unit });
  const { awareness } = board.client;
  const state = awareness.getLocalState();
  if (state !== null) awareness.setLocalState({ ...state, name, unit });
  return { ...board, me: { ...board.me, name, unit }, actor: { ...board.actor, unit } };
}
