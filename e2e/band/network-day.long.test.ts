import { runParticipant, type Pretend } from '@coherence/band';
import { addGroup, readSession, readSnapshot } from '@coherence/board';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBoard, readBoardFile, runCommand, type CreatedBoard } from '../harness/api.ts';
import { startServer, type ServerProcess } from '../harness/server.ts';
import { joinBand } from './band.ts';
import { nameOf, readMaterial } from './material.ts';

const PEOPLE = 20;
const LINES_EACH = 2;
const LIMIT = { timeout: 30_000 };

let server: ServerProcess;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => server?.dispose());

test('a network day: one line from all people, a wall of themes, proposals and their scores', async () => {
  const material = readMaterial();
  const { title, question, units } = material;
  const board = await createBoard(server.url, { title, question, units, template: 'network-day' });
  const members: Pretend[] = [];
  for (let at = 0; at < PEOPLE; at += 1) {
    members.push(await joinBand({ url: server.url, code: board.code }, nameOf(at), at));
  }
  const leaving = new AbortController();
  for (const [at, member] of members.entries()) {
    const says = material.thoughts.slice(at * LINES_EACH, (at + 1) * LINES_EACH);
    const proposal = at % 4 === 0 ? { proposal: `Proposal of table ${at / 4 + 1}` } : {};
    void runParticipant(member, {
      material,
      seed: at,
      says,
      ...proposal,
      speed: Infinity,
      signal: leaving.signal,
    });
  }
  const [scribe] = members;
  if (scribe === undefined) throw new Error('nobody came');
  const session = () => readSession(scribe.doc);
  const goTo = (words: string) => goToPhase(board, session().agenda, words);
  const file = () => readBoardFile(server.url, board);
  try {
    await goTo('1-2-4-All');
    await expect
      .poll(() => Object.values(session().writing.drafts).reduce((sum, n) => sum + n, 0), LIMIT)
      .toBe(PEOPLE * LINES_EACH);
    expect(readSnapshot(scribe.doc).factors).toEqual([]);
    await runCommand(server.url, board, { type: 'reveal' });
    await expect.poll(() => readSnapshot(scribe.doc).factors.length, LIMIT).toBe(PEOPLE * LINES_EACH);

    await goTo('Theme wall');
    const lines = readSnapshot(scribe.doc).factors;
    for (let theme = 0; theme < 8; theme += 1) {
      const ids = lines.filter((_, index) => index % 8 === theme).map(({ id }) => id);
      addGroup(scribe.doc, `Theme ${theme + 1}`, ids);
    }
    await expect.poll(async () => (await file()).groups.length, LIMIT).toBe(8);

    await goTo('Home groups');
    await expect.poll(async () => (await file()).strategies.length, LIMIT).toBe(PEOPLE / 4);

    await goTo('25/10 scoring');
    const items = (await file()).strategies.map(({ id }) => id);
    const questions = ['How strong is it?'];
    await runCommand(server.url, board, {
      type: 'vote-open',
      question: 'How strong?',
      method: 'rating',
      questions,
      items,
    });
    await expect.poll(() => session().round?.turnout, LIMIT).toBe(PEOPLE);
    await runCommand(server.url, board, { type: 'vote-close' });
    const [round] = (await file()).voteRounds;
    expect(round).toMatchObject({ method: 'rating', participants: PEOPLE });
    expect(Object.keys(round?.results ?? {}).toSorted()).toEqual(items.toSorted());
    await goTo('Close');
    expect(server.output()).not.toMatch(/"level":"(error|fatal)"/);
  } finally {
    leaving.abort();
    for (const member of members) member.leave();
  }
});

async function goToPhase(
  board: CreatedBoard,
  agenda: readonly { readonly id: string; readonly title: string }[],
  words: string,
): Promise<void> {
  const phase = agenda.find(({ title }) => title.startsWith(words));
  await runCommand(server.url, board, { type: 'phase', id: phase?.id ?? words });
}
