import { decodeUpdate } from '@coherence/board';
import type { NackCode } from '@coherence/protocol';
import * as Y from 'yjs';
import type { Clock } from '../../time/clock.ts';
import { coverageOf, dropPending, joinUpdates, TICK } from '../document/document.ts';
import type { DecodedUpdate, StateVector } from '../document/document.ts';
import { NotStored } from './not-stored.ts';
import { isHeldBack, type Pause } from '../presence/pause.ts';
import { EDIT_WAIT_MS } from '../limits/room-limits.ts';
import type { Person, Seat } from '../presence/seat.ts';
import type { TickBill } from '../charge/tick-bill.ts';
import type { RoomCharge } from './room-charge.ts';
import type { RoomSpace } from '../space/room-space.ts';
import type { Writers } from './writers.ts';

export interface IncomingUpdate {
  readonly kind: 'update';
  readonly seat: Seat;
  readonly n: number;
  readonly update: Uint8Array;
  /** Null where no person has needed it yet. */
  readonly decoded: DecodedUpdate | null;
  /** A sync-step-2: everything its sender has, most of it usually known. */
  readonly whole: boolean;
}

/** A change the server makes itself. `end` is called with true once it is stored. */
export interface ServerEdit {
  readonly kind: 'edit';
  run(doc: Y.Doc): void;
  end(stored: boolean): void;
}

export type InboxItem = IncomingUpdate | ServerEdit;

/** `missing`: it builds on something that has not arrived, so it can only be judged later. */
export type Verdict = {
  /** The work of merging it, or what was counted of it before it was refused: STEPS1 in the SPEC of the board. */
  readonly steps?: number;
} & ({ ok: true } | { ok: false; code: NackCode | 'missing'; reason: string });

export interface Author extends Person {
  /** A pause holds this person's edits back. */
  readonly locked: boolean;
  readonly whole: boolean;
  /** Its client speaks a newer protocol. */
  readonly newer?: boolean;
  /** State vector of what its device said it has. */
  readonly seen?: Uint8Array;
}

/** What the board's meaning asks of a room; given from outside, because rooms know no board. */
export interface Rules {
  /** Judges an update before it touches the document, which holds everything that came before it. */
  check(decoded: DecodedUpdate, doc: Y.Doc, author: Author): Verdict;
  /** Whether editing is paused for participants, and for whom not. Asked for every update. */
  pause(doc: Y.Doc): Pause;
  /** ASCII words that stand in the bytes of every document that was ever paused; null where none can be. */
  readonly pauseMark: string | null;
  /** Completes what was just applied, in the same transaction. */
  complete(doc: Y.Doc): void;
  /** Says in the document how full it is, in percent; 0: no person needs to know. */
  tellFull?(doc: Y.Doc, percent: number): void;
}

interface Context {
  readonly rules: Rules;
  readonly writers: Writers;
  readonly charge: Pick<RoomCharge, 'pays'>;
  readonly space: Pick<RoomSpace, 'takesShare'>;
  readonly bill: Pick<TickBill, 'update'>;
}

const SHARE_TAKEN = 'One person has added all they can: this is kept on your device.';
const TOO_MUCH_AT_ONCE = 'Too much at once: this is kept on your device and fetched within a minute.';

export interface Outcome {
  /** How many steps those were that were applied. */
  readonly steps: number;
  /** How many items there were. */
  readonly count: number;
  /** Everything that changed, as one update; null when nothing did. */
  readonly update: Uint8Array | null;
  /** Where the document stood before. */
  readonly before: StateVector;
  readonly refused: readonly { seat: Seat; n: number; code: NackCode; reason: string }[];
  readonly edits: readonly ServerEdit[];
  /** Why `complete` failed; what was applied stands. */
  readonly problem: string | null;
}

/**
 * Applies a batch in one transaction, judging each update just before it is applied. A refused update
 * leaves the document as it was; the others of the batch go in. `charge` and `bill` have each sender pay for it.
 */
export function applyInbox(doc: Y.Doc, items: Iterable<InboxItem>, context: Context): Outcome {
  const updates: Uint8Array[] = [];
  const refused: Outcome['refused'][number][] = [];
  const edits: ServerEdit[] = [];
  let problem: string | null = null;
  let [count, steps] = [0, 0];
  let before: StateVector = new Map();
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  try {
    doc.transact((transaction) => {
      before = transaction.beforeState;
      for (const item of items) {
        count += 1;
        if (item.kind === 'edit') {
          item.run(doc);
          edits.push(item);
          continue;
        }
        const { seat, n, update } = item;
        const taken = context.bill.update(seat.budget, update.length, () => take(doc, item, context));
        if (typeof taken === 'number') steps += taken;
        else refused.push({ seat, n, ...taken });
      }
      problem = attempt(() => context.rules.complete(doc));
      // Applying marked the transaction as another person's; Yjs would then take what the server wrote in it for
      // a stranger using the document's client id, and change that id every time.
      transaction.local = true;
    }, TICK);
  } finally {
    doc.off('update', collect);
  }
  return { count, steps, update: joinUpdates(updates), before, refused, edits, problem };
}

/** Applies one update if it may; answers how many steps that were, or why it was not taken. */
function take(
  doc: Y.Doc,
  item: IncomingUpdate,
  { rules, writers, charge, space }: Context,
): number | { code: NackCode; reason: string } {
  const { seat, n, whole } = item;
  const decoded = item.decoded ?? decodeUpdate(item.update);
  if (decoded === null) return { code: 'malformed', reason: '' };
  const { participant } = seat.person;
  const locked = isHeldBack(rules.pause(doc), seat.person);
  const { isNewer: newer, seen } = seat;
  const verdict = rules.check(decoded, doc, { ...seat.person, locked, whole, newer, seen });
  if (!verdict.ok) seat.budget.paySteps(verdict.steps ?? 0);
  if (!verdict.ok && verdict.code !== 'missing') return { code: verdict.code, reason: verdict.reason };
  if (!writers.mayWrite(doc, decoded, participant)) {
    return { code: 'client-id', reason: "written under another person's client id" };
  }
  if (verdict.ok) {
    if (!charge.pays(seat, verdict.steps ?? 0)) return { code: 'rate', reason: TOO_MUCH_AT_ONCE };
    if (!space.takesShare(doc, seat, decoded, item.update.length))
      return { code: 'share', reason: SHARE_TAKEN };
    writers.claim(doc, decoded, participant);
    const isApplied = apply(doc, item.update);
    // The rules said that all of it can be merged: what Yjs keeps aside all the same would be merged uncounted.
    if (dropPending(doc)) return { code: 'malformed', reason: 'cannot be merged whole' };
    if (!isApplied) return { code: 'malformed', reason: 'cannot be applied' };
  }
  seat.awaits(n, coverageOf(decoded));
  return verdict.ok ? (verdict.steps ?? 0) : 0;
}

/**
 * Wraps `work` for the inbox; `stored` resolves with its value once that is on disk. When that takes too long it
 * rejects with `NotStored`, and work that has not begun by then never will.
 */
export function serverEdit<T>(
  work: (doc: Y.Doc) => T,
  clock: Clock,
): { item: ServerEdit; stored: Promise<T> } {
  const { promise: stored, resolve, reject } = Promise.withResolvers<T>();
  let made: { value: T } | null = null;
  let withdrawn = false;
  const cancel = clock.after(EDIT_WAIT_MS, () => {
    withdrawn = made === null;
    reject(new NotStored(!withdrawn));
  });
  const item: ServerEdit = {
    kind: 'edit',
    run(doc) {
      if (withdrawn) return;
      try {
        made = { value: work(doc) };
      } catch (error) {
        reject(error);
      }
    },
    end(ok) {
      cancel();
      if (ok && made !== null) resolve(made.value);
      else reject(new NotStored(made !== null));
    },
  };
  return { item, stored };
}

function apply(doc: Y.Doc, update: Uint8Array): boolean {
  return attempt(() => Y.applyUpdate(doc, update, TICK)) === null;
}

/** Runs `work`; answers what it threw, in words. An exception must not end the transaction it runs in. */
function attempt(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
