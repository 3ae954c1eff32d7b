import { addDraft, addFactors, castVote, readSession, readSnapshot } from '@coherence/board';
import { randomFrom } from '@coherence/board/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openMeeting, saved, until, WALK, WRITE } from '../../src/testing/meeting.ts';
import { MemoryStorage } from '../../src/storage/testing/memory-storage.ts';

const SEED = Number(process.env['SEED'] ?? 20261130);
/** So few on each board, so that the limits of one person answer seldom. */
const BODIES = 60;
/** As many as one address may make. */
const BOARDS = 25;
const SERVERS = [0, 1, 2];
const SECRET = 'Written before the reveal';

/** Fields of commands and posts, and of what is in them. */
const FIELDS =
  `id phase round participantId from into factor factorIds items target mayEdit unit role base view what name title
  agenda minutes addMinutes question questions method budget perItem expected few show drafts done as do invite code
  pair people pace seed device`.split(/\s+/);
const ODD: readonly unknown[] = [
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'nowhere',
  '',
  ' ',
  'x'.repeat(65),
  'y'.repeat(5_000),
  '\ud800',
  '\u0000',
  '=1+1',
  '../../etc/passwd',
  0,
  -1,
  1.5,
  1e308,
  600,
  null,
  true,
  false,
  [],
  {},
  [null],
  [[[[]]]],
  ['constructor'],
  { constructor: 1, name: { toString: 1 } },
  [{ id: 'constructor', kind: 'write', title: 'T' }],
  [{ ...WRITE, identity: 'named' }, WALK],
];
const POSTS = ['done', 'turn', 'team', 'late', 'pair', 'rehearsal'];

let session: Awaited<ReturnType<typeof openMeeting>>;
beforeEach(async () => {
  session = await openMeeting(new MemoryStorage());
});
afterEach(() => session.end());

/** A board in the middle of its session, and the words that name something on it. */
async function busyBoard() {
  const made = await session.newBoard();
  const vote = { ...WRITE, id: 'v', kind: 'vote', title: 'Vote' };
  await made.command({ type: 'set-agenda', agenda: [WRITE, WALK, vote] });
  const ann = await made.join('participant');
  const screen = made.lead.open();
  const privateDoc = ann.openPrivateDoc();
  await saved(screen, privateDoc);
  addFactors(screen.doc, { texts: ['One', 'Two'] }, { unit: null });
  addDraft(privateDoc.doc, { text: SECRET, phase: WRITE.id, at: 1 });
  await saved(screen, privateDoc);
  const [first = '', second = ''] = readSnapshot(screen.doc).factors.map(({ id }) => id);
  await made.command({ type: 'vote-open', items: [first, second], question: 'Which?' });
  const round = await until(() => {
    const found = readSession(screen.doc).round;
    if (found === null) throw new Error('no vote is open yet');
    return found;
  });
  castVote(privateDoc.doc, round, first, 1);
  await saved(privateDoc);
  const { id: version } = (await made.command({ type: 'version-save', name: 'Now' })).body;
  const units = readSnapshot(screen.doc).units.map(({ id }) => id);
  const people = [ann.participantId, made.lead.participantId];
  const known: readonly unknown[] = [
    WRITE.id,
    'v',
    first,
    [first, second],
    round.id,
    version,
    ...people,
    ...units,
  ];
  return { made, ann, known };
}

const seeds = SERVERS.map((at) => SEED + at);
const title = `[COMMAND1] ${BODIES * BOARDS} odd bodies to every command and post: no fault of the server, and every board goes on`;
it.each(seeds)(`${title} (seed %i)`, async (seed) => {
  const random = randomFrom(seed);
  const hint = String((await (await session.newBoard()).command({ type: 'nothing' })).body.error.hint);
  const types = hint.match(/[a-z]+(-[a-z]+)*(?=[,.])/g) ?? [];
  const seen = new Map<number, number>();
  for (let board = 0; board < BOARDS; board += 1) {
    const { made, ann, known } = await busyBoard();
    const path = `/api/boards/${made.id}`;
    for (let at = 0; at < BODIES; at += 1) {
      const fields = FIELDS.filter(() => random.next() < 0.6).map((field) => [
        field,
        random.pick(random.next() < 0.5 ? ODD : known),
      ]);
      const body = { ...Object.fromEntries(fields), type: random.pick(types) };
      const token = random.next() < 0.8 ? made.lead.token : ann.token;
      const to = random.next() < 0.8 ? 'commands' : random.pick(POSTS);
      const { status, body: answer } = await session.post(`${path}/${to}`, body, token);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect([to, body, status < 500]).toEqual([to, body, true]);
      if (status >= 400) expect(typeof answer.error.code).toBe('string');
    }
    const file = await session.get(`${path}/export/board.json`, made.lead.token);
    expect([file.status, (await session.get(path, made.lead.token)).status]).toEqual([200, 200]);
    expect((await made.command({ type: 'reveal' })).status).toBe(200);
  }
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 409]));
  expect(session.logLines.filter((line) => line.includes('http-failed'))).toEqual([]);
});
