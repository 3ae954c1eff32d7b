import { availableParallelism, cpus, loadavg, release, totalmem, type as systemName } from 'node:os';

/** What a reader must know to judge absolute figures: of what class the machine is and how busy it was. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted a core during the last minute, ours included. */
  readonly load: number;
  readonly at: string;
}

export function describeMachine(now: Date): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${systemName()} ${release()}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
    at: now.toISOString(),
  };
}

/** What cannot be measured on this system, in words. */
export function unmeasurable(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'linux') return [];
  return [
    `CPU time, resident memory and waiting for a core are read from /proc, which ${platform} does not have: those lines stay empty.`,
  ];
}
