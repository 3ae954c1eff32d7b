import type { CloseReason } from '../wire/close-codes.ts';
import { NACK_CODES, type NackCode, type ServerStatus } from '../wire/messages/saving.ts';

/** A sync message on its way: the `n`-th counted one of this connection, carrying `edits` local transactions. */
type InFlight = {
  n: number;
  step: 'sync-step-2' | 'update';
  edits: number;
  sentAt: number;
  held: NackCode | null;
};

/** Why the server will not take what this document holds, or not talk to this client at all. */
export type Refusal =
  | { by: 'edit'; n: number; code: NackCode; reason: string }
  | { by: 'connection'; code: number; reason: CloseReason | null };

/**
 * What a person is told about their own words. Times are the machine's inputs, in ms. `edits` counts the local
 * transactions that are not known to be on the server's disk.
 */
export type SavedState =
  | { kind: 'connecting'; since: number; edits: number }
  | { kind: 'saved' }
  | { kind: 'saving'; since: number; edits: number }
  | { kind: 'offline'; since: number; edits: number }
  | { kind: 'not-saved'; why: 'cannot-store' | NackCode; edits: number }
  | { kind: 'refused'; refusal: Refusal; edits: number };

export type SavedEvent =
  | { type: 'opened'; at: number }
  | { type: 'closed'; at: number }
  | { type: 'ended'; code: number; reason: CloseReason | null }
  | { type: 'synced' }
  | { type: 'edited-unsent' }
  | { type: 'sent'; step: 'sync-step-2' | 'update'; edits: number; at: number }
  | { type: 'acked'; n: number }
  | { type: 'nacked'; n: number; code: NackCode; reason: string }
  | { type: 'status'; status: ServerStatus };

/**
 * The bookkeeping behind "Saved", for one document over any number of connections.
 *
 * Invariants: `inFlight` is ordered by n and empty unless open; no edit is counted twice; an edit leaves the books
 * only when the server acknowledged the message that carried it.
 */
export type SavedMachine = {
  readonly connection: 'connecting' | 'open' | 'closed';
  readonly since: number;
  readonly sent: number;
  readonly synced: boolean;
  readonly uploaded: boolean;
  readonly inFlight: readonly InFlight[];
  readonly unsent: number;
  readonly status: ServerStatus;
  readonly refusal: Refusal | null;
};

export function startSaved(at: number): SavedMachine {
  return {
    connection: 'connecting',
    since: at,
    sent: 0,
    synced: false,
    uploaded: false,
    inFlight: [],
    unsent: 0,
    status: 'ok',
    refusal: null,
  };
}

const editsInFlight = (inFlight: readonly InFlight[]) =>
  inFlight.reduce((total, message) => total + message.edits, 0);

/** Local transactions not known to be on the server's disk. */
export function pendingEdits(machine: SavedMachine): number {
  return machine.unsent + editsInFlight(machine.inFlight);
}

/** Counting restarts with a connection: all that was in flight is unsent again, and travels in the next sync-step-2. */
function reconnected(machine: SavedMachine, connection: 'open' | 'closed', at: number): SavedMachine {
  return {
    ...startSaved(at),
    connection,
    unsent: pendingEdits(machine),
    refusal: machine.refusal?.by === 'edit' ? machine.refusal : null,
  };
}

function sent(machine: SavedMachine, event: Extract<SavedEvent, { type: 'sent' }>): SavedMachine {
  if (machine.connection !== 'open') return machine;
  const n = machine.sent + 1;
  // A sync-step-2 holds the whole difference, hence every edit that never found a connection.
  const whole = event.step === 'sync-step-2';
  const edits = event.edits + (whole ? machine.unsent : 0);
  const message: InFlight = { n, step: event.step, edits, sentAt: event.at, held: null };
  return {
    ...machine,
    sent: n,
    unsent: whole ? 0 : machine.unsent,
    inFlight: [...machine.inFlight, message],
  };
}

function acked(machine: SavedMachine, n: number): SavedMachine {
  if (n > machine.sent) return machine;
  const settled = (message: InFlight) => message.n <= n && message.held === null;
  // What was held is on disk once a later sync-step-2 is: that one carried it again.
  const whole = machine.inFlight.findLast((message) => settled(message) && message.step === 'sync-step-2');
  const inFlight = machine.inFlight.filter(
    (message) => !settled(message) && !(whole !== undefined && message.n < whole.n),
  );
  return { ...machine, inFlight, uploaded: machine.uploaded || whole !== undefined };
}

function nacked(machine: SavedMachine, event: Extract<SavedEvent, { type: 'nacked' }>): SavedMachine {
  const { n, code, reason } = event;
  if (!NACK_CODES[code].held) {
    const refusal =
      machine.refusal?.by === 'edit' ? machine.refusal : { by: 'edit' as const, n, code, reason };
    return { ...machine, refusal };
  }
  const inFlight = machine.inFlight.map((message) =>
    message.n === n ? { ...message, held: code } : message,
  );
  return { ...machine, inFlight };
}

/** The machine after `event`. Pure; events that cannot be (an ack of what was never sent) change nothing. */
export function nextSaved(machine: SavedMachine, event: SavedEvent): SavedMachine {
  switch (event.type) {
    case 'opened':
      return reconnected(machine, 'open', event.at);
    case 'closed':
      return machine.connection === 'closed' ? machine : reconnected(machine, 'closed', event.at);
    case 'ended':
      if (machine.refusal?.by === 'edit') return machine;
      return { ...machine, refusal: { by: 'connection', code: event.code, reason: event.reason } };
    case 'synced':
      return { ...machine, synced: true };
    case 'edited-unsent':
      return { ...machine, unsent: machine.unsent + 1 };
    case 'sent':
      return sent(machine, event);
    case 'acked':
      return acked(machine, event.n);
    case 'nacked':
      return nacked(machine, event);
    case 'status':
      return { ...machine, status: event.status };
  }
}

/** What the machine says now. "saved" is exact: both sides have all, and every counted message is acknowledged. */
export function savedState(machine: SavedMachine): SavedState {
  const { connection, since, inFlight, refusal } = machine;
  const edits = pendingEdits(machine);
  if (refusal !== null) return { kind: 'refused', refusal, edits };
  if (connection === 'connecting') return { kind: 'connecting', since, edits };
  if (connection === 'closed') return { kind: 'offline', since, edits };
  const held = inFlight.find((message) => message.held !== null)?.held ?? null;
  if (held !== null) return { kind: 'not-saved', why: held, edits };
  if (machine.status === 'degraded') return { kind: 'not-saved', why: 'cannot-store', edits };
  if (machine.synced && machine.uploaded && inFlight.length === 0 && machine.unsent === 0) {
    return { kind: 'saved' };
  }
  return { kind: 'saving', since: inFlight[0]?.sentAt ?? since, edits };
}
