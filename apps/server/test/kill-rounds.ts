import { randomFrom } from '@coherence/board/testing';
import { expect, vi } from 'vitest';
import { AckedClient } from './acked-client.ts';
import { spawnServer } from './spawn-server.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface MadeBoard {
  readonly id: string;
  readonly code: string;
  readonly token: string;
  readonly invites: { readonly facilitator: string };
}

export async function createBoard(base: string): Promise<MadeBoard> {
  const response = await fetch(`${base}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Killed' }),
  });
  return (await response.json()) as MadeBoard;
}

/** Joins as a new person, by `{code}` or `{invite}`. Answers their token. */
export async function joinBoard(base: string, way: { code: string } | { invite: string }): Promise<string> {
  const response = await fetch(`${base}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...way, name: 'Somebody' }),
  });
  return ((await response.json()) as { token: string }).token;
}

/**
 * Kills a server that three people write on, `rounds` times, each time at a random moment after it has acknowledged
 * something. Everything acknowledged or shown to another person must be there in every round after it.
 */
export async function killAgainAndAgain(dataDir: string, rounds: number, seed: number): Promise<void> {
  const { next } = randomFrom(seed);
  const owed = new Set<string>();
  let server = await spawnServer(dataDir);
  const board = await createBoard(server.base);
  for (let round = 0; round < rounds; round += 1) {
    const join = () => new AckedClient(server.socketBase, board.id, board.token);
    const clients = [join(), join(), join()];
    await vi.waitFor(() => expect(clients.every((one) => one.synced)).toBe(true), { timeout: 10_000 });
    const [watcher] = clients;
    for (const name of owed) expect(watcher?.says(name)).toBe(name);
    const isOwed = () => clients.some((one) => one.ackedEdits().length > 0);
    const until = performance.now() + 50 + next() * 400;
    const giveUp = performance.now() + 10_000;
    for (let count = 0; performance.now() < (isOwed() ? until : giveUp); count += 1) {
      for (const [index, client] of clients.entries()) client.edit(`r${round}c${index}e${count}`);
      await pause(next() * 8);
    }
    await server.end('SIGKILL');
    await vi.waitFor(() => expect(clients.some((one) => one.open)).toBe(false), { timeout: 5_000 });
    const before = owed.size;
    for (const client of clients) for (const name of client.ackedEdits()) owed.add(name);
    for (const [index, client] of clients.entries()) {
      const shown = [...client.doc.getMap('factors').keys()].filter(
        (name) => !name.startsWith(`r${round}c${index}`),
      );
      for (const name of shown) owed.add(name);
    }
    expect(owed.size).toBeGreaterThan(before);
    for (const client of clients) client.close();
    server = await spawnServer(dataDir);
  }
  const last = new AckedClient(server.socketBase, board.id, board.token);
  await vi.waitFor(() => expect(last.synced).toBe(true), { timeout: 10_000 });
  expect([...owed].filter((name) => last.says(name) !== name)).toEqual([]);
  last.close();
  await server.end('SIGKILL');
}
