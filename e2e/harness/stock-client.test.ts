import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createBoard } from './api.ts';
import { startServer, type ServerProcess } from './server.ts';
import { addOutcome } from './stock-client.mjs';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

test('the example in the board specification is this file', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const [, example] = /```js\n([\s\S]*?)```/.exec(read('../../packages/board/SPEC.md')) ?? [];
  expect(read('./stock-client.mjs')).toBe(example);
});

test('a stock client reads and writes the published roots', async () => {
  const board = await createBoard(server.url, { title: 'Stock', units: ['Teaching'] });
  const { id, token } = board;
  const { doc, provider } = await addOutcome(
    { url: server.url, id, token, WebSocket },
    'Every school improves',
  );
  expect(doc.getMap('meta').get('title')).toBe('Stock');
  const factors = doc.getMap('factors');
  // The server numbers what arrives: the number is the proof that it took the factor.
  await new Promise<void>((resolve) => {
    const numbered = () => Object.values(factors.toJSON()).some((factor) => factor.no === 1);
    const look = () => numbered() && resolve();
    factors.observeDeep(look);
    look();
  });
  provider.destroy();
  const response = await fetch(`${server.url}/api/boards/${id}/export/board.json`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await response.json()).toMatchObject({
    factors: [{ kind: 'outcome', text: 'Every school improves', no: 1 }],
  });
});
