import { boardFileSchema, fillBoard, readSession } from '@coherence/board';
import type { OpenRound } from '@coherence/board';
import type { WireClient } from '../../rooms/testing/wire-client.ts';
import { MemoryStorage } from '../../storage/testing/memory-storage.ts';
import { openMeeting, saved, until } from '../../testing/meeting.ts';

export function roundOf({ doc }: WireClient): OpenRound {
  const { round } = readSession(doc);
  if (round === null) throw new Error('no vote is open');
  return round;
}

/** Waits until a vote of this id is open on a screen. */
export function opened(screen: WireClient, round: string): Promise<OpenRound> {
  return until(() => {
    const open = roundOf(screen);
    if (open.id !== round) throw new Error(`${open.id} is open, not ${round}`);
    return open;
  });
}

type VoteOpen = Readonly<Record<string, unknown>>;

const DOTS: VoteOpen = { question: 'First?', budget: 3, perItem: 2, items: ['f1', 'f2', 'f1'] };

const FACTORS = boardFileSchema.parse({
  schema: 'coherence-board/1',
  title: 'T',
  factors: ['f1', 'f2', 'f3'].map((id) => ({ id, text: id, kind: 'factor' })),
});

/** A board with factors f1, f2, f3, a vote on two of them (or another one), and four people. */
export async function voting(identity = 'unit', wanted: VoteOpen = DOTS, store = new MemoryStorage()) {
  const session = await openMeeting(store);
  const made = await session.newBoard();
  const screen = made.lead.open();
  await saved(screen);
  fillBoard(screen.doc, FACTORS);
  await saved(screen);
  const agenda = [
    { id: 'v', kind: 'vote', title: 'Vote', identity },
    { id: 'b', kind: 'break', title: 'Break' },
  ];
  await made.command({ type: 'set-agenda', agenda });
  await made.command({ type: 'phase', id: 'v' });
  const answer = await made.command({ type: 'vote-open', ...wanted });
  const people = await Promise.all([1, 2, 3, 4].map(() => made.join('participant')));
  const privateDocs = people.map((one) => one.openPrivateDoc());
  await saved(...privateDocs);
  const [a, b, c, d] = privateDocs;
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error('no voters');
  const round = await opened(screen, String(answer.body.round));
  return { ...made, session, store, screen, privateDocs, a, b, c, d, people, round };
}
