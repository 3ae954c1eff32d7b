import { LIST_MAX, NAME_MAX, TITLE_MAX, type Unit } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { answeredUnits } from '../../src/boards/answered-words.ts';
import { startTestServer } from '../../src/testing/test-server.ts';

let server: Awaited<ReturnType<typeof startTestServer>> | null = null;
afterEach(async () => {
  await server?.server.stop();
  server = null;
});

/** A server whose clients say themselves where they come from. */
async function start() {
  const started = await startTestServer({ trustProxy: true });
  server = started;
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const post = (address: string, path: string, body: unknown) =>
    started.post(path, body, undefined, from(address));
  return { ...started, post };
}

const NAT = '192.0.2.1';

describe('[SHARE37] what a board answers', () => {
  const units = (count: number, name: string) =>
    Array.from({ length: count }, (_, at) => ({ id: `u${at}`, name: `${at} ${name}`.slice(0, 100_000) }));
  const imported = async (file: object) => {
    const started = await start();
    const made = await started.post(NAT, '/api/boards/import', { schema: 'coherence-board/1', ...file });
    const { id, token, invites } = made.body;
    const preview = await started.post(NAT, '/api/join/preview', { invite: invites.participant });
    return {
      ...started,
      id,
      token,
      invites,
      preview: preview.body,
      got: (await started.get(`/api/boards/${id}`, token)).body,
    };
  };

  it('L8: is small, also where a file brought megabytes as title, question and units', async () => {
    const title = '😀'.repeat(500_000);
    const { got, preview } = await imported({
      title,
      question: 'Q'.repeat(1_000_000),
      units: units(LIST_MAX.units, 'U'.repeat(10_000)),
    });
    expect(JSON.stringify(got).length).toBeLessThan(5_000);
    expect(JSON.stringify(preview).length).toBeLessThan(100_000);
    expect(title.startsWith(got.title)).toBe(true);
    expect(got.title.isWellFormed()).toBe(true);
  });

  it('lists no more units than a board can have, of a board from before there was a limit', () => {
    const many = units(2_000, 'x').map((unit): Unit => ({ ...unit, short: null, tier: null, rank: 'a0' }));
    expect(answeredUnits(many)).toHaveLength(LIST_MAX.units);
  });

  it('is whole where it is as long as people may write it', async () => {
    const [title, question] = ['T'.repeat(TITLE_MAX), 'Q'.repeat(1_000)];
    const list = units(LIST_MAX.units, 'x').map((unit) => ({
      ...unit,
      name: unit.name.padEnd(NAME_MAX, 'x'),
    }));
    const { got, preview } = await imported({ title, question, units: list });
    expect([got.title, got.question, preview.title, preview.question]).toEqual([
      title,
      question,
      title,
      question,
    ]);
    expect(preview.units.map(({ name }: { name: string }) => name).toSorted()).toEqual(
      list.map(({ name }) => name).toSorted(),
    );
  });
});
