import { expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

it('an address that sends files without end is refused before they are read, whatever is in them', async () => {
  const { server, post } = await startTestServer();
  const statuses: number[] = [];
  for (let count = 0; count < 35; count += 1) {
    statuses.push((await post('/api/boards/import', '{"broken')).status);
  }
  expect(statuses[0]).toBe(422);
  expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  await server.stop();
});
