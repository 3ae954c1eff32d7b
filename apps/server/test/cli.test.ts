import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { backUp } from '../src/cli/backup.ts';
import { checkDatabase, isSound } from '../src/cli/check.ts';
import { restore } from '../src/cli/restore.ts';
import { AckedClient } from './acked-client.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'coherence-cli-'));
  folders.push(made);
  return made;
};

/** Runs the program as an operator does. */
function run(dataDir: string, ...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...words], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

async function createBoard(base: string): Promise<{ id: string; token: string }> {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Backed up' }),
  });
  return (await response.json()) as { id: string; token: string };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

describe('backup, restore and check', () => {
  it('copy a board that is being written, put it back, and send clients with newer history to begin afresh', async () => {
    const dataDir = folder();
    const copy = join(folder(), 'copy.db');
    let server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const writer = new AckedClient(server.socketBase, board.id, board.token);
    await until(() => expect(writer.synced).toBe(true));
    writer.edit('before');
    await until(() => expect(writer.ackedEdits()).toEqual(['before']));
    let count = 0;
    const writing = setInterval(() => writer.edit(`during ${count++}`), 2);
    const backup = await run(dataDir, 'backup', copy);
    clearInterval(writing);
    expect(backup).toMatchObject({ code: 0, err: '' });
    expect(await run(dataDir, 'check')).toMatchObject({ code: 0 });
    expect(isSound(checkDatabase(copy))).toBe(true);

    expect(await run(dataDir, 'backup', copy)).toMatchObject({ code: 1 });
    const refused = await run(dataDir, 'restore', copy);
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('another server is using this data folder: stop it first'),
    ]);

    writer.edit('after');
    await until(() => expect(writer.ackedEdits()).toContain('after'));
    await server.end('SIGTERM');
    const restored = await run(dataDir, 'restore', copy);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(isSound(checkDatabase(join(dataDir, 'boards.sqlite')))).toBe(true);
    const kept = readdirSync(dataDir).find((name) => name.includes('before-restore'));
    expect(isSound(checkDatabase(join(dataDir, kept ?? '')))).toBe(true);

    server = await spawnServer(dataDir);
    const newer = new AckedClient(server.socketBase, board.id, board.token, {
      generation: 1,
      doc: writer.doc,
    });
    await until(() => expect(newer.closeCode).toBe(4409));
    const fresh = new AckedClient(server.socketBase, board.id, board.token);
    await until(() => expect(fresh.synced).toBe(true));
    expect(fresh.doc.getMap('factors').has('before')).toBe(true);
    expect(fresh.doc.getMap('factors').has('after')).toBe(false);
    fresh.edit('goes on');
    await until(() => expect(fresh.ackedEdits()).toEqual(['goes on']));
    fresh.close();
    await server.end('SIGTERM');

    expect(restore(dataDir, copy, new Date())).toMatchObject({ ok: true });
    const generation = (file: string) => {
      const db = new DatabaseSync(file, { readOnly: true });
      const found = Number(db.prepare('SELECT generation FROM boards').get()?.['generation']);
      db.close();
      return found;
    };
    expect(generation(join(dataDir, 'boards.sqlite'))).toBeGreaterThan(1_001);
    expect(existsSync(join(dataDir, 'boards.sqlite.restoring'))).toBe(false);
  }, 60_000);

  it('name what is damaged, and never put a damaged file in place', async () => {
    const dataDir = folder();
    const server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    await server.end('SIGTERM');
    const copy = join(folder(), 'copy.db');
    expect(backUp(dataDir, copy)).toMatchObject({ ok: true });
    const db = new DatabaseSync(copy);
    db.exec(`UPDATE log SET payload = x'0000' WHERE seq = 1`);
    db.close();
    const checked = await run(dataDir, 'check', copy);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain(`board ${board.id}: DOES NOT OPEN: row 1 is damaged`);
    const before = readFileSync(join(dataDir, 'boards.sqlite'));
    const refused = await run(dataDir, 'restore', copy);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Nothing was changed')]);
    const text = join(folder(), 'text.db');
    writeFileSync(text, 'this is no database');
    expect(restore(dataDir, text, new Date())).toMatchObject({ ok: false });
    expect(readFileSync(join(dataDir, 'boards.sqlite')).equals(before)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.includes('restor'))).toEqual([]);
  }, 60_000);

  it('bring versions along, and say which are damaged without keeping boards back', async () => {
    const dataDir = folder();
    const copy = join(folder(), 'copy.db');
    const server = await spawnServer(dataDir);
    const board = await createBoard(server.base);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${board.token}` };
    for (const name of ['Before lunch', 'After lunch']) {
      const body = JSON.stringify({ type: 'version-save', name });
      const saved = await fetch(`${server.base}/api/boards/${board.id}/commands`, {
        method: 'POST',
        headers,
        body,
      });
      expect(saved.status).toBe(200);
    }
    await server.end('SIGTERM');
    expect((await run(dataDir, 'backup', copy)).out).toContain('1 boards');
    expect(checkDatabase(copy).versions).toEqual({ count: 2, problems: [] });

    const db = new DatabaseSync(copy);
    db.exec("UPDATE versions SET file = x'00' WHERE name = 'After lunch'");
    db.close();
    const report = checkDatabase(copy);
    expect(report.versions.problems).toEqual([expect.stringContaining('is damaged')]);
    expect(isSound(report)).toBe(false);
    const fresh = folder();
    expect(restore(fresh, copy, new Date())).toMatchObject({ ok: true, boards: 1 });
    const again = await spawnServer(fresh);
    const path = `${again.base}/api/boards/${board.id}/versions`;
    const { versions } = (await (await fetch(path, { headers })).json()) as {
      versions: { id: string; name: string }[];
    };
    const status = async (name: string) =>
      (await fetch(`${path}/${versions.find((one) => one.name === name)?.id ?? ''}`, { headers })).status;
    expect(versions).toHaveLength(2);
    expect([await status('Before lunch'), await status('After lunch')]).toEqual([200, 500]);
    await again.end('SIGTERM');
  }, 60_000);

  it('say how they are used', async () => {
    const asked = await run(folder(), 'destroy');
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('coherence-board backup <file>')]);
  });
});
