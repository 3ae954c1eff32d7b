import type { ProcessUsage } from '../machine/process-usage.ts';
import type { RunningTarget } from '../targets/target.ts';

export interface Window {
  /** CPU of the server since the window was opened, in ms; null where the system does not say. */
  cpuMs(): number | null;
  /** How long its main thread waited for a core meanwhile, in ms. */
  waitedMs(): number | null;
  elapsedMs(): number;
}

/** Starts counting what a server uses from here on. */
export function openWindow(server: RunningTarget): Window {
  const startedAt = performance.now();
  const before = server.usage();
  const since = (key: keyof ProcessUsage) => {
    const now = server.usage();
    return before === null || now === null ? null : now[key] - before[key];
  };
  return {
    cpuMs: () => since('cpuMs'),
    waitedMs: () => since('waitedMs'),
    elapsedMs: () => performance.now() - startedAt,
  };
}

/** A figure per `count`, null when either is missing. */
export function per(total: number | null, count: number): number | null {
  return total === null || count === 0 ? null : total / count;
}
