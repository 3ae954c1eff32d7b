import { createBoard, readBoard } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';

test('a board that was answered for is there after kill -9', async ({ server }) => {
  const created = await createBoard(server.url, { title: 'Harlow Falls' });
  await server.kill9();
  await server.restart();
  expect(await readBoard(server.url, created.id, created.token)).toMatchObject({ title: 'Harlow Falls' });
});

test('the server ends by itself, with exit code 0, when it is asked to', async ({ server }) => {
  expect(await server.stop()).toBe(0);
});
