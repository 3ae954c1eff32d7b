import { afterEach, expect, test, vi } from 'vitest';
import { command } from './api.ts';

afterEach(() => vi.unstubAllGlobals());

/** Requests that are answered when the test says so. */
function held() {
  const asked: { type: string; answer: (response: Response) => void; cut: () => void }[] = [];
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    const { type } = JSON.parse(body) as { type: string };
    return new Promise<Response>((resolve, reject) => {
      asked.push({ type, answer: resolve, cut: () => reject(new TypeError('cut')) });
    });
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { asked, settled };
}

const ok = () => Response.json({});

test('commands to one board leave in the order in which they were given, each after the answer to the one before', async () => {
  const { asked, settled } = held();
  const answers = (['pause', 'resume', 'rotate-code'] as const).map((type) =>
    command('b', 'token', { type }),
  );
  await settled();
  expect(asked.map(({ type }) => type)).toEqual(['pause']);
  asked[0]?.answer(ok());
  await answers[0];
  await settled();
  expect(asked.map(({ type }) => type)).toEqual(['pause', 'resume']);
  asked[1]?.cut();
  expect(await answers[1]).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  await settled();
  asked[2]?.answer(ok());
  expect(await answers[2]).toMatchObject({ ok: true });
});

test('another board does not wait', async () => {
  const { asked, settled } = held();
  void command('first', 'token', { type: 'pause' });
  void command('second', 'token', { type: 'resume' });
  await settled();
  expect(asked.map(({ type }) => type)).toEqual(['pause', 'resume']);
});

test('an answer that is cut off on its way is told as a server that cannot be reached', async () => {
  const { asked, settled } = held();
  const answer = command('cut', 'token', { type: 'pause' });
  await settled();
  asked[0]?.answer(new Response('{"ok": tr', { headers: { 'content-type': 'application/json' } }));
  expect(await answer).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});
