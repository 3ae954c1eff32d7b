import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.server.stop());

const PSEUDO = 'en-XA';

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${server.base}${path}`, init);
  return { status: response.status, text: await response.text() };
}

it('[WORD3] an error is answered in the language of the address, else of the headers', async () => {
  const message = async (path: string, headers = {}) => {
    const { text } = await ask(path, { headers });
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  };
  expect(await message('/api/nothing')).toBe('There is nothing at this address.');
  const inAccents = await message(`/api/nothing?language=${PSEUDO}`);
  expect(inAccents).not.toBe('There is nothing at this address.');
  expect(await message('/api/nothing', { 'accept-language': `${PSEUDO}, en;q=0.5` })).toBe(inAccents);
});

it('[WORD3] a picture has its words in the language that is asked for, and what people wrote as it is', async () => {
  const made = await server.post('/api/boards', { title: 'Our schools' });
  const { id, token } = made.body;
  const headers = { authorization: `Bearer ${token}` };
  const english = await ask(`/api/boards/${id}/export/map.svg`, { headers });
  const accents = await ask(`/api/boards/${id}/export/map.svg?language=${PSEUDO}`, { headers });
  expect(english.text).toContain('There is nothing on this map yet.');
  expect(accents.status).toBe(200);
  expect(accents.text).not.toContain('There is nothing on this map yet.');
  expect(accents.text).toContain('Our schools');
});
