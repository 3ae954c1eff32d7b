import * as Y from 'yjs';
import { ATTACKS, randomFrom, type Attack } from '@coherence/board/testing';
import { encodeUpdateFrame } from '@coherence/protocol';
import { Client } from '../clients/client.ts';
import { atPace, pause, until } from '../clients/pace.ts';
import { edit, ownFactor, watchMoves } from '../clients/writing.ts';
import { percentile } from '../figures/percentiles.ts';
import type { Target } from '../targets/target.ts';
import type { Room } from '../wire/dialect.ts';
import { bringIn, renewPresence } from './crowd.ts';
import { attackedBy, sizeFor } from './hostile-work.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';

const PEOPLE = 50;
const WRITERS = 10;
const WITNESSES = 5;
const EDITS_PER_SECOND = 4;
const KIB = 1024;
const ANSWER_LIMIT_MS = 1_000;
const BETWEEN_MS = 200;
const ATTACK_BYTES = 64 * KIB;

/** Fifty honest people on one board, first alone, then while one hostile client attacks their board. */
export const besideHostile: Scenario = {
  name: 'beside-hostile',
  title: 'One hostile client beside 50 honest ones: 64 KiB of an attack at a time, for as long as it is let',
  needsStore: true,
  rows: [
    { key: 'alone', label: 'honest delay p99 ms, alone', compare: false },
    { key: 'beside', label: 'honest delay p99 ms, beside the hostile one', compare: false },
    { key: 'ratio', label: 'beside / alone', compare: false },
    { key: 'sent', label: 'KiB of attacks sent', compare: false },
  ],
  measure,
};

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const loadMs = quick ? 5_000 : 20_000;
  const delays: number[] = [];
  const docs = Array.from({ length: WRITERS + WITNESSES }, () => new Y.Doc());
  let clients: Client[] = [];
  let stopRenewing = () => {};
  try {
    const room = await server.room('honest');
    clients = await bringIn(
      Array.from({ length: PEOPLE }, () => room),
      (at) => {
        const doc = docs[at];
        if (doc === undefined) return { reading: 'bulk' };
        return at < WRITERS ? { reading: 'bulk', doc } : { reading: 'at-once', doc, follows: true };
      },
    );
    stopRenewing = renewPresence(clients);
    const random = randomFrom(PEOPLE);
    const factors = docs.slice(0, WRITERS).map((doc, at) => ownFactor(doc, `own-${at}`));
    const acts = factors.map((factor) => (turn: number) => edit(factor, turn, random));
    await atPace(acts, EDITS_PER_SECOND, loadMs);
    for (const doc of docs.slice(WRITERS)) watchMoves(doc, (ms) => delays.push(ms));
    await atPace(acts, EDITS_PER_SECOND, loadMs);
    const alone = percentile(delays.splice(0), 0.99);
    const hostile = attackOn(room);
    await atPace(acts, EDITS_PER_SECOND, loadMs);
    const beside = percentile(delays, 0.99);
    const sent = (await hostile.end()) / KIB;
    return { alone, beside, ratio: alone === null || beside === null ? null : beside / alone, sent };
  } finally {
    stopRenewing();
    for (const client of clients) client.destroy();
    await server.dispose();
  }
}

/** Attacks the board as one more person, again and again, until it is told to end. Answers the bytes sent. */
function attackOn(room: Room): { end(): Promise<number> } {
  const state = { isOver: false, bytes: 0 };
  const attackOnce = async (attack: Attack, mine: Room): Promise<void> => {
    const doc = new Y.Doc();
    const client = new Client(mine, { reading: 'bulk', doc, follows: true });
    await client.joined;
    const attacked = attackedBy(doc);
    const size = sizeFor(attack, attacked, ATTACK_BYTES);
    for (const make of attack.updates) {
      const update = make(attacked, size);
      client.send(encodeUpdateFrame(update));
      state.bytes += update.length;
    }
    await until(() => state.isOver || client.closed || client.saved >= client.sent, ANSWER_LIMIT_MS);
    await pause(BETWEEN_MS);
    client.destroy();
  };
  const attackUntilOver = async (): Promise<void> => {
    const mine = (await room.another?.()) ?? room;
    for (let turn = 0; !state.isOver; turn += 1) {
      const attack = ATTACKS[turn % ATTACKS.length];
      if (attack !== undefined) await attackOnce(attack, mine).catch(() => pause(BETWEEN_MS));
    }
  };
  const attacking = attackUntilOver();
  return {
    async end() {
      state.isOver = true;
      await attacking;
      return state.bytes;
    },
  };
}
