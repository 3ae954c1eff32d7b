import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { rowChecksum } from '../../src/storage/sqlite/sqlite-schema.ts';
import { AckedClient } from '../acked-client.ts';
import { endAllServers, spawnServer } from '../spawn-server.ts';
import * as poison from './poison.ts';
import { SILENCE_MAX_MS, watchSilence } from './silence.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'coherence-work-'));
afterAll(() => {
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

const LONG_MS = 300_000;

type Server = Awaited<ReturnType<typeof spawnServer>>;

async function newBoard({ base }: Server): Promise<{ id: string; token: string; code: string }> {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'A board' }),
  });
  return (await response.json()) as { id: string; token: string; code: string };
}

/** Writes updates into a stopped server's store as a server would have that counted no steps. */
function writeAsBefore(board: string, updates: readonly Uint8Array[]): void {
  const db = new DatabaseSync(join(dataDir, 'boards.sqlite'));
  try {
    const head = db
      .prepare("SELECT id, generation, seq FROM heads WHERE board = ? AND owner = ''")
      .get(board);
    const key = { board, generation: Number(head?.['generation']), owner: '' };
    for (const [index, update] of updates.entries()) {
      const seq = Number(head?.['seq']) + 1 + index;
      db.prepare('INSERT INTO log(head, seq, crc, payload) VALUES (?, ?, ?, ?)').run(
        Number(head?.['id']),
        seq,
        rowChecksum(key, seq, update),
        update,
      );
      db.prepare('UPDATE heads SET seq = ?, untried = NULL WHERE id = ?').run(seq, Number(head?.['id']));
    }
  } finally {
    db.close();
  }
}

function check(): Promise<{ code: number; out: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'check'], { env }, (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    );
  });
}

const until = (what: () => void) => vi.waitFor(what, { timeout: LONG_MS, interval: 100 });

describe('much work', () => {
  it(
    '[LOAD1] [LOAD3] a board that takes many seconds to open silences nobody, and is healed with every word',
    async () => {
      let server = await spawnServer(dataDir);
      const [poisoned, honest] = [await newBoard(server), await newBoard(server)];
      await server.end('SIGTERM');
      const place = poison.placeOf('What stands in the way');
      const letters = 5_000;
      writeAsBefore(poisoned.id, [
        Y.encodeStateAsUpdate(place.doc),
        ...[5, 9_000].map((client) => poison.manyAtOnePlace(place, client, letters)),
        poison.manyOfOneKey(place, 77, 10_000),
      ]);
      const named = await check();
      expect(named.out).toMatch(new RegExp(`board ${poisoned.id}: it takes [0-9.]+ s to open: `));
      expect(named.code).toBe(0);

      server = await spawnServer(dataDir);
      const silence = watchSilence(server);
      const first = new AckedClient(server.socketBase, poisoned.id, poisoned.token);
      const writer = new AckedClient(server.socketBase, honest.id, honest.token);
      await until(() => expect(writer.synced).toBe(true));
      writer.edit('meanwhile');
      await until(() => expect(writer.ackedEdits()).toEqual(['meanwhile']));
      expect(first.synced).toBe(false);
      await until(() => expect([first.synced, first.closeCode]).toEqual([true, null]));
      expect(await silence.end()).toBeLessThan(SILENCE_MAX_MS);
      expect(poison.placeIn(first.doc).text.length).toBe('What stands in the way'.length + 2 * letters);
      for (const client of [first, writer]) client.close();
      await server.end('SIGTERM');
      expect((await check()).out).not.toContain('to open');
    },
    LONG_MS,
  );

  it(
    '[STEPS1] [CHARGE1] [CHARGE2] every attack, one after another and over again, silences nobody',
    async () => {
      const server = await spawnServer(dataDir);
      const board = await newBoard(server);
      const joined = await fetch(`${server.base}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: board.code, name: 'Mallory' }),
      });
      const { token } = (await joined.json()) as { token: string };
      const lead = new AckedClient(server.socketBase, board.id, board.token);
      await until(() => expect(lead.synced).toBe(true));
      poison.addPlace(lead.doc, 'ab'.repeat(20_000));
      const mallory = new AckedClient(server.socketBase, board.id, token);
      await until(() => expect(poison.placeIn(mallory.doc).text.length).toBe(40_000));
      const place = poison.placeIn(mallory.doc);
      const attacks = [
        poison.manyAtOnePlace(place, 5, 12_000),
        poison.manyAtOnePlace(place, 9_000, 12_000),
        poison.manyOfOneKey(place, 7, 60_000),
        poison.everySecondDeleted(place, 8),
        poison.betweenAllLetters(place, 9),
        ...Array.from({ length: 20 }, (_, index) => poison.manyAtOnePlace(place, 20_000 + index, 400)),
      ];
      const silence = watchSilence(server);
      for (const attack of attacks) mallory.doc.emit('update', [attack, null, mallory.doc, null as never]);
      for (let index = 0; index < 50; index += 1) {
        lead.edit(`k${index}`);
        await until(() => expect(lead.unacknowledged).toBe(0));
      }
      expect(await silence.end()).toBeLessThan(SILENCE_MAX_MS);
      for (const client of [lead, mallory]) client.close();
      await server.end('SIGTERM');
    },
    LONG_MS,
  );
});
