import { expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

it('[SHARE38] an address that sends files without end is refused before they are read, whatever is in them', async () => {
  const { server, post } = await startTestServer();
  const statuses: number[] = [];
  for (let count = 0; count < 125; count += 1) {
    statuses.push((await post('/api/boards/import', '{"broken')).status);
  }
  expect(statuses.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 422));
  expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  await server.stop();
});

it('[SHARE38] refused files take nothing of the right to make boards', async () => {
  const { server, post } = await startTestServer();
  for (let count = 0; count < 60; count += 1) await post('/api/boards/import', '{"broken');
  for (let made = 0; made < 30; made += 1)
    expect((await post('/api/boards/import', { schema: 'coherence-board/1', title: 'T' })).status).toBe(201);
  const { status, body } = await post('/api/boards/import', '{"broken');
  expect([status, body.error.code]).toEqual([429, 'too-many-boards']);
  await server.stop();
});
