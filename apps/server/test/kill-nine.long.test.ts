import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from 'vitest';
import { killAgainAndAgain } from './kill-rounds.ts';
import { endAllServers } from './spawn-server.ts';

const KILLS = Number(process.env['KILL_ROUNDS'] ?? 200);
/** A board fills up: each starts with a fresh one. */
const PER_BOARD = 20;
const first = Number(process.env['SEED'] ?? 1);
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-kills-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

const runs = Array.from({ length: Math.ceil(KILLS / PER_BOARD) }, (_, index) => ({
  seed: first + index,
  rounds: Math.min(PER_BOARD, KILLS - index * PER_BOARD),
}));

it.each(runs)('[FAULT1] $rounds kills lose nothing acknowledged or shown (seed $seed)', ({ seed, rounds }) =>
  killAgainAndAgain(dataDir, rounds, seed),
);
