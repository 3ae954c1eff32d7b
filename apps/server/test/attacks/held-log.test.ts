import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDraft, addFactors } from '@coherence/board';
import { afterAll, expect, it } from 'vitest';
import { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { saved, until, WRITE } from '../../src/testing/meeting.ts';
import { endAllServers, spawnServer } from '../spawn-server.ts';

const folders: string[] = [];
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

it('[LOG1] G1 F3: no word, name, code, link or token is in the log, on the screen, or among the arguments', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'coherence-log-'));
  folders.push(dataDir);
  const server = await spawnServer(dataDir, { LOG_LEVEL: 'debug' });
  const ask = async (path: string, body?: unknown, token?: string) => {
    const response = await fetch(`${server.base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const { body: board } = await ask('/api/boards', { title: 'Titleword', units: ['Unitword'] });
  const dana = (await ask('/api/join', { code: board.code, name: 'Nameword', unit: 'Unitword' })).body;
  const at = `/api/boards/${board.id}`;
  const clients = [
    new WireClient(`${server.socketBase}/${board.id}`, board.token),
    new WireClient(`${server.socketBase}/${board.id}?token=${dana.token}`, 'none'),
    new WireClient(`${server.socketBase}/${board.id}/mine`, dana.token, { transport: 'streamed' }),
    new WireClient(`${server.socketBase}/${board.id}`, 'Wrongtoken'),
  ];
  const [screen, , privateDoc, stranger] = clients;
  if (screen === undefined || privateDoc === undefined) throw new Error('nobody is here');
  await saved(screen, privateDoc);
  addFactors(screen.doc, { texts: ['Factorword'] }, { unit: null });
  addDraft(privateDoc.doc, { text: 'Draftword', phase: WRITE.id, at: 1 });
  await saved(screen, privateDoc);
  // What is refused, broken or mistyped is what a log is most likely to quote.
  const before = board.code;
  const replaced = await ask(`${at}/commands`, { type: 'rotate-code' }, board.token);
  await ask(`/join/${before}`);
  await ask(`/${before}`);
  await ask(`${at}?token=${board.token}`);
  await ask('/api/join', { code: 'WRONGC', name: 'Nameword' });
  await ask('/api/join', { invite: `${board.invites.facilitator}x` });
  await ask('/api/join', `{"code": "${before}", "name": Nameword`);
  await ask(`${at}/commands`, { type: 'Commandword', name: 'Nameword' }, board.token);
  await ask(`${at}/commands`, { type: 'rename-board', title: 'Titleword again' }, board.token);
  await ask('/api/boards/import', { schema: 'coherence-board/1', title: 7, x: 'Fileword' });
  await ask(`${at}/export/board.json`, undefined, dana.token);
  await until(() => expect(stranger?.closed).toBe('no-token'));
  privateDoc.count(Uint8Array.from(Buffer.from('\u0000\u0002\u0009Frameword')));
  await ask(`${at}/commands`, { type: 'remove-person', participantId: dana.participantId }, board.token);
  for (const one of clients) one.close();

  const isLinux = existsSync(`/proc/${server.pid}/cmdline`);
  const process = isLinux
    ? ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${server.pid}/${name}`, 'utf8')).join()
    : '';
  await server.end('SIGTERM');
  const output = server.output();
  expect(output.split('\n').filter((line) => line.startsWith('{')).length).toBeGreaterThan(10);
  expect(replaced.status).toBe(200);
  const secrets = [
    board.token,
    dana.token,
    before,
    replaced.body.code,
    ...Object.values<string>(board.invites),
  ];
  const words =
    'Titleword Unitword Nameword Factorword Draftword Commandword Fileword Frameword Wrongtoken WRONGC';
  for (const secret of [...secrets, ...words.split(' ')]) {
    expect(secret.length).toBeGreaterThan(5);
    expect([secret, output.includes(secret), process.includes(secret)]).toEqual([secret, false, false]);
  }
});
