import { settableValue } from '@coherence/protocol/observable-value';

/** Server time minus the time of this device's steady clock lies between the two, in milliseconds. */
type Offset = { readonly from: number; readonly to: number };

/** One answer of the server: when it was asked and heard on the steady clock, and what time it said. */
export type TimeSample = {
  readonly sentAt: number;
  readonly heardAt: number;
  /** Milliseconds since 1970 on the server, from `from` to `to`: an HTTP date names a whole second. */
  readonly from: number;
  readonly to: number;
};

type DeviceClocks = {
  /** Milliseconds that never jump, as `performance.now()`. */
  readonly steady: () => number;
  /** Milliseconds since 1970 as this device believes. */
  readonly wall: () => number;
};

type ServerClock = {
  /** Whole milliseconds since 1970 on the server; the device's own time until the server was heard. */
  now(): number;
  addSample(sample: TimeSample): void;
  /** Whether the server should be asked: it was never heard, or this device slept or was set anew since. */
  isUnsure(): boolean;
  subscribe(listener: () => void): () => void;
};

/** A steady clock that stood still this much longer than the wall clock means sleep, or a wall clock that was set. */
const JUMP_MS = 1500;

/**
 * The server's time, from its answers: it said a time that was true somewhere between asking and hearing, so every
 * answer narrows the range in which the difference lies. An answer that contradicts the others starts a new range,
 * because one of the clocks was set.
 */
export function openServerClock({ steady, wall }: DeviceClocks): ServerClock {
  const offset = settableValue<Offset | null>(null);
  let wallMinusSteady = wall() - steady();

  const hasJumped = () => Math.abs(wall() - steady() - wallMinusSteady) > JUMP_MS;

  return {
    now() {
      const known = offset.getSnapshot();
      if (known === null) return wall();
      const now = steady() + (known.from + known.to) / 2;
      // After sleep the wall clock is nearer than a steady clock that slept too, until the server is heard again.
      return Math.round(hasJumped() ? now + (wall() - steady() - wallMinusSteady) : now);
    },
    addSample(sample) {
      const known = hasJumped() ? null : offset.getSnapshot();
      wallMinusSteady = wall() - steady();
      offset.set(narrow(known, sample));
    },
    isUnsure: () => offset.getSnapshot() === null || hasJumped(),
    subscribe: offset.subscribe,
  };
}

function narrow(known: Offset | null, { sentAt, heardAt, from, to }: TimeSample): Offset {
  const sample = { from: from - heardAt, to: to - sentAt };
  if (known === null) return sample;
  const both = { from: Math.max(known.from, sample.from), to: Math.min(known.to, sample.to) };
  return both.from <= both.to ? both : sample;
}

/** What an answer says about the time: the exact `now` of its body, or the second its `Date` header names. */
export function timeSaid(date: string | null, body: unknown): { from: number; to: number } | null {
  const exact = (body as { now?: unknown } | null)?.now;
  if (typeof exact === 'number' && Number.isFinite(exact)) return { from: exact, to: exact + 1 };
  const second = Date.parse(date ?? '');
  return Number.isNaN(second) ? null : { from: second, to: second + 1000 };
}

/** The clock of the server this page came from. */
export const serverClock: ServerClock = openServerClock({
  steady: () => performance.now(),
  wall: () => Date.now(),
});
