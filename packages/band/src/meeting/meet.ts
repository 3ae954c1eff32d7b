import { randomFrom } from '@coherence/board/random';
import type { Material, Thought } from '../material.ts';
import { paceOf } from '../pace.ts';
import type { Pretend } from '../pretend.ts';
import { fidget, write } from './grid-acts.ts';
import { chart, connect, hasRoom } from './map-acts.ts';
import type { Stage } from './stage.ts';

/** Where no person waits for a phase, people do the next thing sooner. Milliseconds. */
const THINK_MS = [900, 5_000] as const;
const CHANCE_OF_CHART = 0.15;
const CHANCE_OF_LINK = 0.2;

export interface Meeting {
  readonly material: Material;
  /** The same seed, the same decisions. */
  readonly seed: number;
  /** 1 is the pace of people. */
  readonly speed: number;
  readonly signal: AbortSignal;
  /** What this person writes. */
  readonly says: readonly Thought[];
  /** `grid`: write and place only; `map`: chart and link too. */
  readonly steps: 'grid' | 'map';
}

/** What a person does in a meeting without phases. */
export interface Attendance {
  /** Resolves when they have written what they had to say, or the signal came before. */
  readonly written: Promise<void>;
  /** Resolves when the signal has ended the meeting and their last sentence is written. */
  readonly over: Promise<void>;
}

/** Writes what they have to say into the grid, then charts, links and fidgets until the signal ends it. */
export function meet(pretend: Pretend, meeting: Meeting): Attendance {
  const { seed, speed, signal } = meeting;
  const random = randomFrom(seed);
  const stage = { ...meeting, pretend, random, pace: paceOf(random, speed, signal, THINK_MS) };
  const written = writeAll(stage, meeting.says);
  return { written, over: written.then(() => linger(stage, meeting.steps)) };
}

async function writeAll(stage: Stage, says: readonly Thought[]): Promise<void> {
  for (const thought of says) {
    if (stage.signal.aborted) return;
    await stage.pace.think();
    await write(stage, thought);
  }
}

async function linger(stage: Stage, steps: Meeting['steps']): Promise<void> {
  const isMap = steps === 'map';
  while (!stage.signal.aborted) {
    await stage.pace.think();
    const dice = stage.random.next();
    if (isMap && dice < CHANCE_OF_CHART && hasRoom(stage)) await chart(stage);
    else if (isMap && dice < CHANCE_OF_CHART + CHANCE_OF_LINK) connect(stage);
    else fidget(stage);
  }
}
