import { joinAsPretend, meet, waitUnlessAborted, type Pretend } from '@coherence/band';
import { WebSocket } from 'ws';
import { nameOf, readMaterial, type Sample, type Statement } from './material.ts';

/** Where a band plays: the server and the board's code. */
export type Venue = { readonly url: string; readonly code: string };

type BandOptions = {
  readonly venue: Venue;
  readonly size: number;
  readonly seed: number;
  /** 1 is the pace of people; more is faster. */
  readonly speed: number;
  /** Ends the session: all members finish their sentence and leave. */
  readonly signal: AbortSignal;
  /** `grid`: write and place only; `map`: chart and link too. */
  readonly steps?: 'grid' | 'map';
};

export type Band = {
  /** Resolves when every statement of the material has been written. */
  readonly written: Promise<void>;
  /** Resolves when the signal has ended the session, everyone's work is saved and all have left. */
  readonly done: Promise<void>;
};

/** They do not all come through the door at once. */
const BETWEEN_JOINS_MS = 125;

/** One pretend participant more; units are taken in turn, by `place`. */
export function joinBand({ url, code }: Venue, name: string, place: number): Promise<Pretend> {
  return joinAsPretend({ url, code, socket: WebSocket as never }, name, place);
}

/**
 * A band of pretend participants that join one by one, write their unit's statements, chart and link them, fidget,
 * and leave. The same seed makes the same decisions in the same order for each person.
 */
export async function startBand({ venue, size, seed, ...options }: BandOptions): Promise<Band> {
  const material = readMaterial();
  const { speed, signal, steps = 'map' } = options;
  const members: Pretend[] = [];
  for (let place = 0; place < size; place += 1) {
    members.push(await joinBand(venue, nameOf(place), place));
    await waitUnlessAborted(BETWEEN_JOINS_MS / speed, signal);
  }
  const parts = deal(material, size);
  const all = members.map((member, index) => {
    const says = parts[index] ?? [];
    return { member, ...meet(member, { material, says, seed: seed * 1000 + index, speed, signal, steps }) };
  });
  const leaveSaved = async ({ member, over }: (typeof all)[number]): Promise<void> => {
    await over;
    await member.saved();
    member.leave();
  };
  const done = Promise.all(all.map(leaveSaved)).then(() => undefined);
  return { written: Promise.all(all.map(({ written }) => written)).then(() => undefined), done };
}

/** Each unit's statements dealt to its people in turn. */
function deal({ thoughts, units }: Sample, size: number): readonly (readonly Statement[])[] {
  const parts = Array.from({ length: size }, (): Statement[] => []);
  const turns = new Map<string, number>();
  for (const statement of thoughts) {
    const unit = units.findIndex(({ id }) => id === statement.unit);
    const people = parts.filter((_, index) => index % units.length === unit);
    const turn = turns.get(statement.unit) ?? 0;
    turns.set(statement.unit, turn + 1);
    const part = people[turn % Math.max(1, people.length)] ?? parts[turn % parts.length];
    part?.push(statement);
  }
  return parts;
}
