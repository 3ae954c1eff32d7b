import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addDraft, readSession } from '@coherence/board';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../src/cli/backup.ts';
import { openMeeting, saved, WALK, WRITE } from '../../src/testing/meeting.ts';
import { MemoryStorage } from '../../src/storage/testing/memory-storage.ts';
import { startTestServer } from '../../src/testing/test-server.ts';
import { copyOfKeptStore } from '../kept-fixtures.ts';
import { endAllServers, spawnServer } from '../spawn-server.ts';

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folders: string[] = [];
afterAll(() => {
  endAllServers();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function folder(made = mkdtempSync(join(tmpdir(), 'coherence-house-'))): string {
  folders.push(made);
  return made;
}

/** The command line, from a shell whose new files everybody can read. */
function operate(dataDir: string, ...words: string[]): void {
  const script = 'umask 022; exec "$0" "$@"';
  execFileSync('/bin/sh', ['-c', script, process.execPath, CLI, ...words], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir },
    stdio: 'ignore',
  });
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesIn = (dataDir: string) => {
  const files = readdirSync(dataDir).map((name) => modeOf(join(dataDir, name)));
  return [modeOf(dataDir), ...new Set(files)];
};

describe.skipIf(process.platform === 'win32')('another account on the computer', () => {
  it('[FILES1] reads no file of a new data folder, while the server runs and after', async () => {
    const dataDir = join(folder(), 'deep', 'data');
    const server = await spawnServer(dataDir, {}, [], { umask: '022' });
    await fetch(`${server.base}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Private' }),
    });
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(['boards.sqlite', 'boards.sqlite-wal']));
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    await server.end('SIGTERM');
    expect(modesIn(dataDir)).toEqual(['700', '600']);
  });

  it('[FILES1] reads no file of a data folder that an earlier version left open', async () => {
    const dataDir = folder(copyOfKeptStore());
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o644);
    chmodSync(dataDir, 0o755);
    const server = await spawnServer(dataDir, {}, [], { umask: '022' });
    expect(readdirSync(dataDir)).toContain('boards.sqlite-wal');
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    await server.end('SIGKILL');
  });

  it('[FILES2] reads no backup, nothing that was restored and nothing that was kept aside', () => {
    const dataDir = folder(copyOfKeptStore());
    chmodSync(join(dataDir, 'boards.sqlite'), 0o644);
    const copies = folder();
    const copy = join(copies, 'monday.db');
    const target = join(copies, 'target');
    writeFileSync(target, 'not ours');
    symlinkSync(target, `${copy}.part`);
    operate(dataDir, 'backup', copy);
    expect([modeOf(copy), modeOf(join(dataDir, 'server.lock'))]).toEqual(['600', '600']);
    expect(statSync(target).size).toBe('not ours'.length);
    chmodSync(copy, 0o644);
    operate(dataDir, 'restore', copy);
    expect(readdirSync(dataDir).filter((name) => name.includes('before-restore'))).toHaveLength(1);
    expect(modesIn(dataDir)).toEqual(['700', '600']);
    // Whatever the caller's umask is.
    expect(backUp(dataDir, join(copies, 'direct.db'))).toMatchObject({ ok: true });
    expect(modeOf(join(copies, 'direct.db'))).toBe('600');
  });
});

describe('a page of another person', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  beforeAll(async () => {
    server = await startTestServer({ metricsToken: 'a-word-for-the-figures' });
  });
  afterAll(() => server.server.stop());

  it('[HEAD1] gets no hold of ours by any answer, and none of ours asks for a device', async () => {
    const { id, token } = await server.board();
    const answers = await Promise.all([
      server.get('/'),
      server.get('/no/such/page'),
      server.get(`/api/boards/${id}`, token),
      server.get(`/api/boards/${id}`),
      server.post('/api/join', '{'),
      server.get(`/api/boards/${id}/export/map.svg`, token),
      server.post(`/sync/${id}/stream`, {}),
      server.post(`/sync/${id}/send/nobody`, {}),
      server.post('/sync', {}),
    ]);
    expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThan(3);
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy')?.split('; ') ?? [];
      expect(policy).toEqual(
        expect.arrayContaining(["object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
      );
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*microphone=\(\)/);
    }
  });

  it('[HEAD2] gets no figures without their token, nor does any other person', async () => {
    const { token } = await server.board();
    for (const wrong of [undefined, '', 'a-word-for-the-figure', 'a-word-for-the-figures2', token]) {
      const refused = await server.get('/metrics', wrong);
      expect([refused.status, refused.body.error?.code]).toEqual([401, 'no-token']);
      expect(JSON.stringify(refused.body)).not.toContain('coherence_');
    }
    expect((await server.get('/metrics?token=a-word-for-the-figures')).status).toBe(401);
    expect((await server.get('/metrics', 'a-word-for-the-figures')).body).toMatch(/^coherence_/m);
    expect((await server.get('/health/live')).status).toBe(200);
  });
});

/** Names that every object has. */
const NO_IDS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
/** Every command that says which one is meant, with `id` for that. */
const naming = (id: string): readonly { type: string; [field: string]: unknown }[] => [
  { type: 'set-agenda', agenda: [{ ...WRITE, id }] },
  { type: 'phase', id },
  { type: 'walk', factor: id },
  { type: 'pause', mayEdit: [id] },
  { type: 'bring', view: 'map', target: id },
  { type: 'show', what: 'map', target: id },
  { type: 'deal', phase: id },
  { type: 'deal', phase: WRITE.id, factorIds: [id] },
  { type: 'reveal', phase: id },
  { type: 'ask-writers', phase: id },
  { type: 'vote-open', items: [id], question: 'Which?' },
  { type: 'vote-reopen', round: id },
  { type: 'redact', factorIds: [id] },
  { type: 'pair-person', participantId: id },
  { type: 'rename-person', participantId: id, name: 'Ann' },
  { type: 'move-person', participantId: id, unit: '' },
  { type: 'remove-person', participantId: id },
  { type: 'set-role', participantId: id, role: 'observer' },
  { type: 'merge-units', from: id, into: id },
  { type: 'version-restore', id },
  { type: 'version-delete', id },
];
const ODD: readonly unknown[] = ['constructor', 'nowhere', '', '\ud800', 7, [], {}, [null]];
const FIELDS =
  'id phase round participantId from into factor factorIds items target mayEdit unit role base view what name'.split(
    ' ',
  );

describe('an id that is none', () => {
  let session: Awaited<ReturnType<typeof openMeeting>>;
  beforeAll(async () => {
    session = await openMeeting(new MemoryStorage());
  });
  afterAll(() => session.end());

  async function boardWithNotes() {
    const made = await session.newBoard();
    const phases = [WRITE, WALK, { ...WRITE, id: 'v', kind: 'vote', title: 'Vote' }];
    await made.command({ type: 'set-agenda', agenda: phases });
    await made.command({ type: 'phase', id: WRITE.id });
    const ann = await made.join('participant');
    const privateDoc = ann.openPrivateDoc();
    await saved(privateDoc);
    addDraft(privateDoc.doc, { text: 'honest words', phase: WRITE.id, at: 1 });
    await saved(privateDoc);
    return made;
  }

  it('[COMMAND1] is refused in every command that takes one, and changes nothing', async () => {
    const made = await boardWithNotes();
    const screen = made.lead.open();
    await saved(screen);
    const commanded = () => {
      // Counts follow by themselves.
      const { attending, leading, writing, ...others } = readSession(screen.doc);
      expect([attending, leading, writing]).toHaveLength(3);
      return others;
    };
    const before = commanded();
    const answers = await Promise.all(NO_IDS.flatMap(naming).map((body) => made.command(body)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    expect(commanded()).toEqual(before);
  });

  it('[COMMAND1] whatever else is in a command, the answer is no fault of the server, and the board goes on', async () => {
    const { body } = await (await boardWithNotes()).command({ type: 'nothing' });
    const types: string[] = String(body.error.hint).match(/[a-z]+(-[a-z]+)*(?=[,.])/g) ?? [];
    expect(types).toEqual(expect.arrayContaining(naming('x').map(({ type }) => type)));
    // A few on each board, so that no limit answers instead.
    for (let first = 0; first < types.length; first += 5) {
      const made = await boardWithNotes();
      for (const type of types.slice(first, first + 5)) {
        for (const value of ODD) {
          const fields = Object.fromEntries(FIELDS.map((field) => [field, value]));
          const { status } = await made.command({ ...fields, type });
          expect([type, value, status < 500 && status !== 429]).toEqual([type, value, true]);
        }
      }
      expect((await made.command({ type: 'reveal' })).status).toBe(200);
    }
  });

  it('[COMMAND1] is no phase to reveal, be it a name that every object has or one that is not on the agenda', async () => {
    const made = await boardWithNotes();
    const reveal = async (phase: string) => {
      const { status, body } = await made.command({ type: 'reveal', phase });
      return [status, body.error?.code ?? body.revealed];
    };
    expect(await reveal('constructor')).toEqual([400, 'bad-request']);
    for (const phase of ['gone', 'none', 'nowhere'])
      expect(await reveal(phase)).toEqual([404, 'no-such-phase']);
    const agenda = [WRITE, WALK, { ...WRITE, id: 'constructor' }];
    expect((await made.command({ type: 'set-agenda', agenda })).status).toBe(400);
    expect(await reveal(WALK.id)).toEqual([200, 0]);
    expect(await reveal(WRITE.id)).toEqual([200, 1]);
  });
});
