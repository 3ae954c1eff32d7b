import {
  bringBack,
  castVote,
  fitBallot,
  mergeFactors,
  parkFactor,
  readBallot,
  readSnapshot,
  splitFactor,
  voteResult,
} from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { saved, until } from '../../testing/meeting.ts';
import { roundOf, voting as openVoting } from '../testing/vote-fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const THREE = { question: 'First?', budget: 5, perItem: 3, items: ['f1', 'f2', 'f3'] };

async function voting() {
  const made = await openVoting('named', THREE);
  ends.push(() => made.session.end());
  const [ann] = made.people;
  if (ann === undefined) throw new Error('nobody came');
  const results = () => {
    const { results: counted } = readSnapshot(made.screen.doc).voteRounds[0] ?? {};
    if (counted === undefined) throw new Error('it is not closed');
    return counted;
  };
  return { ...made, ann, results };
}

describe('[ANSWER1] dots that one person gives on two devices while both are cut off', () => {
  it.each(['laptop first', 'phone first'])('add up, whichever wakes first (%s)', async (first) => {
    const { ann, a, command, round, screen } = await voting();
    castVote(a.doc, round, 'f3', 1, { now: 1 });
    await saved(a);
    const copies = [0, 1].map(() => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc));
      return doc;
    });
    const [laptop = new Y.Doc(), phone = new Y.Doc()] = copies;
    castVote(laptop, round, 'f1', 2, { now: 1000 });
    castVote(laptop, round, 'f3', 0, { now: 1001 });
    castVote(phone, round, 'f2', 3, { now: 2000 });
    for (const doc of first === 'laptop first' ? [laptop, phone] : [phone, laptop])
      await saved(ann.openPrivateDoc({ doc }));
    await until(() => expect(readBallot(a.doc, round)).toEqual({ f1: [2], f2: [3] }));
    expect(roundOf(screen).over).toBe(0);
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({ results: { f1: 2, f2: 3, f3: 0 }, turnout: 1, over: 0, spoiled: 0 });
  });

  it('[BALLOT6] [VOTE3] are more than the budget: facilitators see that one ballot needs a look, and it is not dropped', async () => {
    const { ann, a, b, command, round, screen } = await voting();
    castVote(b.doc, round, 'f3', 1);
    await saved(b);
    const phone = new Y.Doc();
    castVote(phone, round, 'f2', 3, { now: 2000 });
    castVote(a.doc, round, 'f1', 3, { now: 1000 });
    await saved(a, ann.openPrivateDoc({ doc: phone }));
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 2, over: 1 }));
    await until(() => expect(fitBallot(a.doc, round).back).toEqual([{ item: 'f2', dots: 1 }]));
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({ results: { f1: 3, f2: 2, f3: 1 }, turnout: 2, over: 1, spoiled: 0 });
    await until(() => expect(readSnapshot(screen.doc).voteRounds).toMatchObject([{ over: 1 }]));
  });

  it('[BALLOT6] are mended by taking back what is too many', async () => {
    const { ann, a, command, round, screen } = await voting();
    const phone = new Y.Doc();
    castVote(phone, round, 'f2', 3, { now: 2000 });
    castVote(a.doc, round, 'f1', 3, { now: 1000 });
    await saved(a, ann.openPrivateDoc({ doc: phone }));
    await until(() => expect(roundOf(screen).over).toBe(1));
    expect(castVote(a.doc, round, 'f1', 2, { now: 3000 }).ok).toBe(true);
    await saved(a);
    await until(() => expect(roundOf(screen).over).toBe(0));
    expect((await command({ type: 'vote-close' })).body).toMatchObject({
      results: { f1: 2, f2: 3 },
      over: 0,
    });
  });
});

describe('[BALLOT7] what is voted on', () => {
  it('is merged and split again while people vote, and nothing is lost or counted twice', async () => {
    const { a, b, command, round, screen, results } = await voting();
    castVote(a.doc, round, 'f1', 3);
    await saved(a);
    mergeFactors(screen.doc, 'f2', ['f1']);
    await saved(screen);
    // b was away since the vote opened.
    castVote(b.doc, round, 'f1', 2);
    castVote(a.doc, round, 'f2', 1);
    await saved(a, b);
    splitFactor(screen.doc, 'f2', 'f1');
    await saved(screen);
    await command({ type: 'vote-close' });
    await until(() => expect(results()).toEqual({ f1: 5, f2: 1, f3: 0 }));
  });

  it('is merged and stays so: what was given counts for both together, and can be taken back', async () => {
    const { a, b, command, round, screen } = await voting();
    castVote(a.doc, round, 'f1', 3);
    castVote(a.doc, round, 'f2', 2);
    castVote(b.doc, round, 'f1', 2);
    await saved(a, b);
    mergeFactors(screen.doc, 'f2', ['f1']);
    await saved(screen);
    castVote(a.doc, round, 'f1', 1);
    castVote(a.doc, round, 'f3', 2);
    await saved(a);
    const { body } = await command({ type: 'vote-close' });
    await until(() => {
      const items = voteResult(readSnapshot(screen.doc), String(body.round))?.items;
      expect(items?.map(({ id, votes, parts }) => [id, votes, parts])).toEqual([
        ['f2', 5, ['f1']],
        ['f3', 2, []],
      ]);
    });
  });

  it.each(['parked', 'put back'])('is %s, and keeps what it was given, with its words', async (what) => {
    const { a, b, command, round, screen } = await voting();
    castVote(a.doc, round, 'f1', 3);
    await saved(a);
    const noted = parkFactor(screen.doc, 'f1', 0);
    await saved(screen);
    castVote(b.doc, round, 'f1', 2);
    await saved(b);
    if (what === 'put back') bringBack(screen.doc, noted.ok ? noted.value : '');
    await saved(screen);
    const { body } = await command({ type: 'vote-close' });
    await until(() =>
      expect(voteResult(readSnapshot(screen.doc), String(body.round))?.items[0]).toMatchObject({
        text: 'f1',
        gone: what === 'parked' ? 'parked' : null,
        votes: 5,
      }),
    );
  });
});
