import type { ProcessUsage } from '../machine/process-usage.ts';
import type { Room } from '../wire/dialect.ts';

/** A server to measure. */
export interface Target {
  readonly name: string;
  /** With its version. */
  readonly title: string;
  /** Whether it keeps anything when its process ends. */
  readonly stores: boolean;
  /** Installs what it needs; says in words why it cannot be measured here. */
  prepare(): Promise<Prepared>;
  /** A server with no data, ready to be connected to. */
  start(options?: StartOptions): Promise<RunningTarget>;
}

export type Prepared = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface StartOptions {
  /** Folder for a CPU profile, written when the server is stopped. */
  readonly profileInto?: string;
}

/** One server in a process of its own, with data of its own. */
export interface RunningTarget {
  /** How long after the last client has left it goes on storing and tidying, in ms. */
  readonly settleMs: number;
  /** The room of that name, made when it is asked for first. */
  room(name: string): Promise<Room>;
  /** Null where the system does not say. */
  usage(): ProcessUsage | null;
  /** What it still holds after collecting garbage, in MiB; null where it cannot be asked. */
  heldMib(): Promise<{ readonly heap: number; readonly rss: number } | null>;
  /** Ends it as a power cut would, and starts it again on the same data. */
  killAndRestart(): Promise<void>;
  /** Asks it to end, waits, and starts it again on the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}
