import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAgendaFile, readSession, readSnapshot } from '@coherence/board';
import type { BoardFile, Factor } from '@coherence/board';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { AckedClient } from './acked-client.ts';
import { copyOfKeptStore, keptBoard, keptBoardFiles, keptBoards, keptText } from './kept-fixtures.ts';
import type { KeptBoard } from './kept-fixtures.ts';
import { endAllServers, spawnServer } from './spawn-server.ts';

const CLI = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const dataDir = copyOfKeptStore();
const clients: AckedClient[] = [];
let server: Awaited<ReturnType<typeof spawnServer>>;

beforeAll(async () => {
  server = await spawnServer(dataDir);
});
afterAll(() => {
  for (const client of clients) client.close();
  endAllServers();
  rmSync(dataDir, { recursive: true, force: true });
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });

async function ask(path: string, token?: string, body?: unknown): Promise<Response> {
  return fetch(`${server.base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function command(board: KeptBoard, body: { type: string; [key: string]: unknown }) {
  const answer = await ask(`/api/boards/${board.id}/commands`, board.lead, body);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const fileOf = async (id: string, token: string) =>
  (await ask(`/api/boards/${id}/export/board.json`, token)).text();

async function opened(board: string, token: string): Promise<AckedClient> {
  const client = new AckedClient(server.socketBase, board, token);
  clients.push(client);
  await until(() => expect(client.synced).toBe(true));
  return client;
}

const openBoard = ({ id, lead }: KeptBoard) => opened(id, lead);
const factorsOf = ({ doc }: AckedClient) => readSnapshot(doc).factors;

describe('[KEEPS1] a data folder of revision 4b10a38', () => {
  it('passes the check of the command line', async () => {
    const copy = copyOfKeptStore();
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: copy };
    const said = await new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, [CLI, 'check'], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out: out + err }),
      );
    });
    rmSync(copy, { recursive: true, force: true });
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining(keptBoard('rich').id) });
  });

  it.each(Object.entries(keptBoards()))('has %s, to be read, joined and exported', async (_name, board) => {
    const { id, lead, code, shown, hidden, gone } = board;
    expect(await (await ask(`/api/boards/${id}`, lead)).json()).toMatchObject({ title: board.title });
    const file = await fileOf(id, lead);
    for (const words of shown) expect(file).toContain(words);
    for (const words of [...hidden, ...gone]) expect(file).not.toContain(words);

    const joined = await ask('/api/join', undefined, { code, name: 'Newcomer', unit: '' });
    expect(joined.status).toBe(200);
    const { token } = (await joined.json()) as { token: string };
    const screen = await opened(id, token);
    // Revision 4b10a38 did not show a text beyond its limit.
    const more = board.overlong === undefined ? 0 : 1;
    expect(factorsOf(screen)).toHaveLength(board.factors + more);
    expect(readSession(screen.doc).phase?.id ?? null).toBe(board.phase);
    const bytes = Buffer.from(Y.encodeStateAsUpdate(screen.doc)).toString('latin1');
    for (const words of [...hidden, ...gone]) expect(bytes).not.toContain(words);

    for (const picture of ['grid.svg', 'map.svg', 'map.json']) {
      expect((await ask(`/api/boards/${id}/export/${picture}`, token)).status).toBe(200);
    }
  });

  it('knows everybody by the token they had, and no person who was removed', async () => {
    for (const { id, people } of Object.values(keptBoards())) {
      for (const { token } of Object.values(people)) {
        if (token !== undefined) expect((await ask(`/api/boards/${id}`, token)).status).toBe(200);
      }
    }
    const { id, removed } = keptBoard('rich') as KeptBoard & { removed: { token: string } };
    expect((await ask(`/api/boards/${id}`, removed.token)).status).toBe(403);
  });

  it('has its versions, which open and can be put back', async () => {
    const { id, lead } = keptBoard('rich');
    const path = `/api/boards/${id}/versions`;
    const { versions } = (await (await ask(path, lead)).json()) as {
      versions: { id: string; name: string }[];
    };
    const before = versions.find(({ name }) => name === 'After writing');
    expect(before).toBeDefined();
    for (const version of versions) {
      expect((await ask(`${path}/${version.id}`, lead)).status).toBe(200);
    }
    const restored = await command(keptBoard('rich'), { type: 'version-restore', id: before?.id });
    expect(restored.status).toBe(200);
    const screen = await openBoard(keptBoard('rich'));
    await until(() => expect(factorsOf(screen).map(({ text }) => text)).toContain('Coaches meet monthly'));
  });

  it('keeps who is dealt to whom, and the pause, over which only one person may edit', async () => {
    const board = keptBoard('dealt');
    const screen = await openBoard(board);
    const { deal, paused, mayEdit } = readSession(screen.doc);
    expect(deal?.teams.flatMap(({ people }) => people).toSorted()).toEqual(
      Object.values(board.people)
        .map(({ participantId }) => participantId)
        .toSorted(),
    );
    expect({ paused, mayEdit }).toEqual({ paused: true, mayEdit: [board.people['Ann']?.participantId] });
    expect((await command(board, { type: 'resume' })).status).toBe(200);
  });
});

describe('[KEEPS2] notes that waited', () => {
  const writing = keptBoard('writing');
  const phases = [
    ['w-named', 'with a name'],
    ['w-unit', 'with a unit'],
    ['w-anon', 'without a name'],
  ] as const;

  it.each(phases)('in %s are revealed with no more than they promised', async (phase, words) => {
    await command(writing, { type: 'phase', id: phase });
    expect((await command(writing, { type: 'reveal', phase })).body).toMatchObject({
      revealed: phase === 'w-unit' ? 4 : 3,
      unread: 0,
    });
    const screen = await openBoard(writing);
    const said = (who: string) => {
      const found = factorsOf(screen).find(({ text }) => text === `${who} says ${words}`);
      return Object.values<Factor['sources'][string]>(
        found?.sources ?? { missing: { unit: '?', words: null, of: null } },
      );
    };
    for (const [who, unit] of [
      ['Ann', 'fin'],
      ['Ben', 'sped'],
      ['Cy', 'imp'],
    ] as const) {
      if (phase === 'w-anon') expect(said(who)).toEqual([]);
      else expect(said(who)).toMatchObject([phase === 'w-named' ? { unit, name: who } : { unit }]);
      if (phase !== 'w-named') expect(said(who).every(({ name }) => name === undefined)).toBe(true);
    }
  });

  it('after their reveal are still their writers’, who may add them', async () => {
    const rich = keptBoard('rich');
    const ben = rich.people['Ben']?.token ?? '';
    const privateDoc = await opened(`${rich.id}/mine`, ben);
    const late = [...privateDoc.doc.getMap<Y.Map<unknown>>('drafts')].find(
      ([, draft]) => String(draft.get('text')) === 'Ben was late',
    );
    const added = await ask(`/api/boards/${rich.id}/late`, ben, { drafts: [late?.[0]] });
    expect(added.status).toBe(200);
    const screen = await openBoard(rich);
    await until(() => expect(factorsOf(screen).map(({ text }) => text)).toContain('Ben was late'));
  });
});

describe('[KEEPS3] a vote that was open', () => {
  it.each(['dots', 'ratings', 'recorded', 'anonymous'])(
    'by %s is closed with its ballots',
    async (method) => {
      const board = keptBoard(`vote-${method}`);
      const closed = await command(board, { type: 'vote-close' });
      expect(closed).toMatchObject({ status: 200, body: { ...board.expect, spoiled: 0, unread: 0 } });
      const screen = await openBoard(board);
      await until(() => expect(readSession(screen.doc).round).toBeNull());
      const [round] = readSnapshot(screen.doc).voteRounds;
      expect(round?.recorded.map(({ name, choice }) => `${name} ${choice}`)).toEqual(
        method === 'recorded' ? ['Ann no', 'Ben yes', 'Cy yes', 'Eve abstain'] : [],
      );
    },
  );
});

describe('[KEEPS4] redacted words', () => {
  it('are in no version, no copy and no page of the folder, also after the server has opened it', async () => {
    const { id, lead, gone } = keptBoard('redacted');
    const path = `/api/boards/${id}/versions`;
    const { versions } = (await (await ask(path, lead)).json()) as { versions: { id: string }[] };
    expect(versions.length).toBeGreaterThan(2);
    const said = await Promise.all(
      versions.map(async (one) => (await ask(`${path}/${one.id}`, lead)).text()),
    );
    const pages = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
    for (const words of gone) expect([...said, ...pages].join('\n')).not.toContain(words);
  });
});

describe('[KEEPS5] what no screen of that revision showed', () => {
  it('is there: every letter of a text beyond its limit, and a key it did not know', async () => {
    const { doc } = await openBoard(keptBoard('overlong'));
    const field = (id: string, key: string) => doc.getMap<Y.Map<unknown>>('factors').get(id)?.get(key);
    const text = String(field('f', 'text'));
    expect(text).toHaveLength(2690);
    expect([...text].filter((letter) => letter === 'a')).toHaveLength(1200);
    expect([...text].filter((letter) => letter === 'b')).toHaveLength(1200);
    expect(field('g', 'laterKey')).toBe('Kept for a later version');
  });
});

describe('[KEEPS6] files of revision 4b10a38', () => {
  const listsOf = (file: BoardFile) =>
    Object.fromEntries(
      Object.entries(file)
        .filter(([, value]) => Array.isArray(value))
        .map(([name, value]) => [name, (value as { id: string }[]).map(({ id }) => id).toSorted()]),
    );

  it.each(keptBoardFiles())('%s is imported with all that is in it', async (name) => {
    const text = keptText(`board-files/${name}`);
    const answer = await ask('/api/boards/import', undefined, text);
    expect(answer.status).toBe(201);
    const made = (await answer.json()) as { id: string; token: string };
    const [before, after] = [text, await fileOf(made.id, made.token)].map(
      (one) => JSON.parse(one) as BoardFile,
    );
    expect(after?.title).toBe(before?.title);
    if (before !== undefined && after !== undefined) expect(listsOf(after)).toEqual(listsOf(before));
    expect(after).toMatchObject(before ?? {});
  });

  it('the agenda opens and is taken by a board', async () => {
    const agenda = readAgendaFile(keptText('agenda.json'));
    expect(agenda.ok && agenda.value.length).toBe(14);
    const board = keptBoard('fresh-blank');
    const set = await command(board, { type: 'set-agenda', agenda: agenda.ok ? agenda.value : [] });
    expect(set).toMatchObject({ status: 200, body: { phases: 14 } });
  });
});
