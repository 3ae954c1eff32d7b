import { readFileSync } from 'node:fs';

/** Linux counts CPU in ticks of this length on every architecture Node runs on (USER_HZ = 100). */
const TICK_MS = 10;

export interface ProcessUsage {
  /** User and system time of all threads since the start, in ms; resolution 10 ms. */
  readonly cpuMs: number;
  /** Resident memory, in MiB. */
  readonly rssMib: number;
  readonly rssPeakMib: number;
  /** How long the main thread stood in line for a core, in ms: where large, latencies speak of the machine. */
  readonly waitedMs: number;
}

/** What a process has used so far; null where the system does not say (anything but Linux) or it is gone. */
export function processUsage(pid: number): ProcessUsage | null {
  try {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const status = read('status');
    return {
      cpuMs: cpuMsIn(read('stat')),
      rssMib: mibIn(status, 'VmRSS'),
      rssPeakMib: mibIn(status, 'VmHWM'),
      waitedMs: Number(read('schedstat').split(' ')[1] ?? 0) / 1e6,
    };
  } catch {
    return null;
  }
}

/** utime + stime of a line of /proc/PID/stat; the second field is a name in brackets that may hold anything. */
export function cpuMsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** A value of /proc/PID/status, which gives KiB. */
export function mibIn(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
}
