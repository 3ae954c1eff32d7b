import * as Y from 'yjs';
import { rootOf } from '@coherence/board/testing';
import { Client } from '../clients/client.ts';
import { pause, until, within } from '../clients/pace.ts';
import type { RunningTarget, Target } from '../targets/target.ts';
import type { Room } from '../wire/dialect.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';

const KILLS = 50;
const EDITS = 200;
const EDIT_EVERY_MS = 10;
/** Kills that do not wait for the echo come so many ms after the last edit at most. */
const ODD_WAITS_MS = 8;
const ECHO_LIMIT_MS = 10_000;
const JOIN_LIMIT_MS = 20_000;

/**
 * Kill -9 while a person types. What the server confirmed or another client saw must be there afterwards. Every other
 * kill waits until the last edit was seen by the other client; the rest come in the middle of the work.
 */
export const kill: Scenario = {
  name: 'kill',
  title: `Survivors of kill -9: ${KILLS} kills x ${EDITS} edits, ${EDIT_EVERY_MS} ms apart`,
  needsStore: false,
  rows: [
    { key: 'kills', label: 'kills', compare: false },
    { key: 'confirmed', label: 'edits confirmed as saved', compare: false },
    { key: 'seen', label: 'edits seen by another client', compare: false },
    { key: 'lostConfirmed', label: 'lost although confirmed', compare: false },
    { key: 'lostSeen', label: 'lost although seen', compare: false },
    { key: 'roundsWithLoss', label: 'kills that lost a confirmed or seen edit', compare: false },
    { key: 'extra', label: 'kept though neither confirmed nor seen', compare: false },
  ],
  measure,
};

interface Round {
  readonly confirmed: readonly string[];
  readonly seen: readonly string[];
  readonly written: readonly string[];
}

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const kills = quick ? 4 : KILLS;
  const figures = {
    kills,
    confirmed: 0,
    seen: 0,
    lostConfirmed: 0,
    lostSeen: 0,
    roundsWithLoss: 0,
    extra: 0,
  };
  try {
    const room = await server.room('killed');
    for (let round = 0; round < kills; round += 1) {
      const { confirmed, seen, written } = await typeAndKill(server, room, round);
      const kept = await keptBy(room);
      const lostConfirmed = confirmed.filter((key) => !kept.has(key)).length;
      const lostSeen = seen.filter((key) => !kept.has(key)).length;
      const promised = new Set([...confirmed, ...seen]);
      figures.confirmed += confirmed.length;
      figures.seen += seen.length;
      figures.lostConfirmed += lostConfirmed;
      figures.lostSeen += lostSeen;
      figures.roundsWithLoss += lostConfirmed + lostSeen > 0 ? 1 : 0;
      figures.extra += written.filter((key) => kept.has(key) && !promised.has(key)).length;
    }
    return figures;
  } finally {
    await server.dispose();
  }
}

async function typeAndKill(server: RunningTarget, room: Room, round: number): Promise<Round> {
  const [author, other] = [new Y.Doc(), new Y.Doc()];
  const writer = new Client(room, { reading: 'at-once', doc: author });
  const reader = new Client(room, { reading: 'at-once', doc: other, follows: true });
  if (!(await within(Promise.all([writer.joined, reader.joined]), JOIN_LIMIT_MS))) {
    throw new Error('nobody could join after a kill');
  }
  const keys = Array.from({ length: EDITS }, (_, at) => `kill-${round}-${at}`);
  const [mine, theirs] = [rootOf(author, 'factors'), rootOf(other, 'factors')];
  /** The number of the counted message that carried each edit. */
  const numberOf = new Map<string, number>();
  for (const [at, key] of keys.entries()) {
    if (at > 0) await pause(EDIT_EVERY_MS);
    mine.set(key, key);
    numberOf.set(key, writer.sent);
  }
  if (round % 2 === 1) await pause(round % ODD_WAITS_MS);
  else await until(() => theirs.has(keys.at(-1) ?? ''), ECHO_LIMIT_MS);
  const restarted = server.killAndRestart();
  await until(() => writer.closed && reader.closed, ECHO_LIMIT_MS);
  const confirmed = keys.filter((key) => (numberOf.get(key) ?? Infinity) <= writer.saved);
  const seen = keys.filter((key) => theirs.has(key));
  writer.destroy();
  reader.destroy();
  await restarted;
  return { confirmed, seen, written: keys };
}

/** What a person who comes in afterwards finds. */
async function keptBy(room: Room): Promise<ReadonlySet<string>> {
  const doc = new Y.Doc();
  const client = new Client(room, { reading: 'at-once', doc, follows: true });
  if (!(await within(client.joined, JOIN_LIMIT_MS))) throw new Error('nobody could join after a kill');
  await pause(100);
  client.close();
  return new Set(rootOf(doc, 'factors').keys());
}
