import { chart, connect, fidget, write, type Stage } from './acts.ts';
import { chance } from '@coherence/board/testing';
import { nameOf, readMaterial, type Statement } from './material.ts';
import { joinBand, settled, type Member, type Venue } from './member.ts';
import { paceOf } from './pace.ts';

type BandOptions = {
  readonly venue: Venue;
  readonly size: number;
  readonly seed: number;
  /** 1 is the pace of people; more is faster. */
  readonly speed: number;
  /** Ends the session: everybody finishes their sentence and leaves. */
  readonly signal: AbortSignal;
  /** `grid`: write and place only; `map`: chart and link too. */
  readonly steps?: 'grid' | 'map';
};

export type Band = {
  readonly members: readonly Member[];
  /** Resolves when every statement of the material has been written. */
  readonly written: Promise<void>;
  /** Resolves when the signal has ended the session, everybody's work is saved and all have left. */
  readonly done: Promise<void>;
};

/**
 * A band of pretend participants that join one by one, write their unit's statements, chart and link them, fidget,
 * and leave. The same seed makes the same decisions in the same order for each person.
 */
export async function startBand(options: BandOptions): Promise<Band> {
  const material = readMaterial();
  const stages = Array.from({ length: options.size }, (_, index) => {
    const luck = chance(options.seed * 1000 + index);
    return { material, luck, signal: options.signal, pace: paceOf(luck, options.speed, options.signal) };
  });
  const members: Member[] = [];
  for (const [index, stage] of stages.entries()) {
    const unit = material.units[index % material.units.length];
    members.push(await joinBand(options.venue, nameOf(index), unit?.name ?? ''));
    await stage.pace.key();
  }
  const parts = deal(material.factors, material.units, options.size);
  const writing = members.map((member, index) => writeAll(member, parts[index] ?? [], stages[index]));
  const done = Promise.all(
    members.map(async (member, index) => {
      await writing[index];
      const stage = stages[index];
      if (stage !== undefined) await lingerUntilEnd(member, stage, options.steps ?? 'map');
      await settled(member.client, (state) => state.kind === 'saved');
      member.leave();
    }),
  );
  return { members, written: Promise.all(writing).then(() => undefined), done: done.then(() => undefined) };
}

async function writeAll(member: Member, part: readonly Statement[], stage: Stage | undefined): Promise<void> {
  for (const statement of part) {
    if (stage === undefined || stage.signal.aborted) return;
    await stage.pace.think();
    await write(member, statement, stage);
  }
}

async function lingerUntilEnd(member: Member, stage: Stage, steps: 'grid' | 'map'): Promise<void> {
  while (!stage.signal.aborted) {
    await stage.pace.think();
    await linger(member, stage, steps);
  }
}

async function linger(member: Member, stage: Stage, steps: 'grid' | 'map'): Promise<void> {
  const dice = stage.luck.next();
  if (steps === 'map' && dice < 0.15 && onMap(member) < MAP_FULL) await chart(member, stage);
  else if (steps === 'map' && dice < 0.35) connect(member, stage);
  else fidget(member, stage);
}

/** A map a group would still read aloud. */
const MAP_FULL = 22;

function onMap(member: Member): number {
  return member.snapshot().factors.filter(({ pos }) => pos !== null).length;
}

/** Each unit's statements dealt to its people in turn. */
function deal(
  statements: readonly Statement[],
  units: readonly { readonly id: string }[],
  size: number,
): Statement[][] {
  const parts = Array.from({ length: size }, (): Statement[] => []);
  const turns = new Map<string, number>();
  for (const statement of statements) {
    const unit = units.findIndex(({ id }) => id === statement.unit);
    const people = parts.filter((_, index) => index % units.length === unit);
    const turn = turns.get(statement.unit) ?? 0;
    turns.set(statement.unit, turn + 1);
    const part = people[turn % Math.max(1, people.length)] ?? parts[turn % parts.length];
    part?.push(statement);
  }
  return parts;
}
