import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { guardUpdate } from '../../guard/guard.ts';
import { renewPrivate } from '../../generation.ts';
import { randomFrom } from '../../random.ts';
import { roundOf } from '../../testing/open-round.ts';
import { network } from '../../testing/replicas.ts';
import { castVote, readBallot, removeBallot } from '../ballot.ts';
import { fitBallot } from '../fit-ballot.ts';
import { answerKey, placeOf } from './answer-key.ts';
import { giveAnswer, readAnswers } from './answers.ts';
import { answerEntries, carryAnswers } from './carry-answers.ts';

const QUESTION = { kind: 'vote', of: 'r1', person: null } as const;
const at = (item: string, part = 0) => ({ ...QUESTION, item, part });

/** Two devices of one person that have not heard of each other yet. */
function twoDevices() {
  const [laptop, phone] = [new Y.Doc(), new Y.Doc()];
  const meet = (): void => {
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(laptop));
    Y.applyUpdate(laptop, Y.encodeStateAsUpdate(phone));
  };
  return { laptop, phone, meet };
}

describe('[ANSWER1] answers of one person on two devices', () => {
  it('add up to what was given last to each item, whichever device wakes first', () => {
    for (const isSwapped of [false, true]) {
      const { laptop, phone, meet } = twoDevices();
      const round = roundOf();
      castVote(laptop, round, 'a', 2, { now: 1000 });
      castVote(phone, round, 'b', 1, { now: 2000 });
      castVote(isSwapped ? phone : laptop, round, 'c', 1, { now: 3000 });
      castVote(isSwapped ? laptop : phone, round, 'c', 2, { now: 4000 });
      meet();
      for (const device of [laptop, phone])
        expect(readBallot(device, round)).toEqual({ a: [2], b: [1], c: [2] });
    }
  });

  it('keep both questions of a rating, and what was taken back last', () => {
    const { laptop, phone, meet } = twoDevices();
    const round = roundOf({ method: 'rating', questions: ['Impact', 'Effort'] });
    castVote(laptop, round, 'a', 4, { now: 1 });
    castVote(laptop, round, 'b', 3, { now: 1 });
    meet();
    castVote(laptop, round, 'a', 5, { now: 10 });
    castVote(phone, round, 'a', 2, { question: 1, now: 5 });
    castVote(phone, round, 'b', 0, { now: 20 });
    castVote(laptop, round, 'b', 4, { now: 15 });
    meet();
    for (const device of [laptop, phone]) expect(readBallot(device, round)).toEqual({ a: [5, 2] });
  });

  it('stand under keys of their own for ids with any sign', () => {
    for (const item of ['a/b', 'a%2Fb', '%', '/', 'x%25/%2F']) {
      const place = { kind: 'vote', of: item, person: item, item, part: 3 } as const;
      expect(placeOf(answerKey(place, 7))).toEqual(place);
    }
    for (const key of [
      '',
      'vote/r/',
      'vote/r//a/0',
      'vote/r//a/0/A',
      'vote/r//a/12/a',
      'x/r//a/0/a',
      'vote///a/0/a',
    ])
      expect(placeOf(key)).toBeNull();
  });
});

describe('[ANSWER2] which answer is later', () => {
  it('is the one whose device had seen the other, whatever the clocks say', () => {
    const { laptop, phone, meet } = twoDevices();
    giveAnswer(laptop, at('a'), 3, 9_000_000);
    meet();
    giveAnswer(phone, at('a'), 1, 5);
    meet();
    for (const device of [laptop, phone])
      expect(readAnswers(device, QUESTION)).toMatchObject([{ item: 'a', value: 1 }]);
    expect(laptop.getMap('answers').size).toBe(1);
  });

  it('is so also beside what a third device gave before, on its own', () => {
    const { laptop, phone, meet } = twoDevices();
    const tablet = new Y.Doc();
    giveAnswer(tablet, at('a'), 2, 8_000_000);
    giveAnswer(laptop, at('a'), 3, 9_000_000);
    meet();
    giveAnswer(phone, at('a'), 1, 5);
    Y.applyUpdate(phone, Y.encodeStateAsUpdate(tablet));
    expect(readAnswers(phone, QUESTION)).toMatchObject([{ item: 'a', value: 1, at: 9_000_001 }]);
  });

  it('is the same on both devices where nothing tells', () => {
    const { laptop, phone, meet } = twoDevices();
    giveAnswer(laptop, at('a'), 3, 7);
    giveAnswer(phone, at('a'), 1, 7);
    meet();
    expect(readAnswers(laptop, QUESTION)).toEqual(readAnswers(phone, QUESTION));
  });
});

describe('[ANSWER3] a ballot of an older version', () => {
  const old = (privateDoc: Y.Doc) => privateDoc.getMap<Y.Map<unknown>>('ballots');

  it('is read, and counts on item by item', () => {
    const privateDoc = new Y.Doc();
    const round = roundOf({ method: 'rating', questions: ['Impact', 'Effort'] });
    old(privateDoc).set(
      'r1',
      new Y.Map<unknown>([
        ['a', [4, 2]],
        ['b', [1, 0]],
      ]),
    );
    old(privateDoc).set('r1/ann', new Y.Map<unknown>([['a', [5, 5]]]));
    castVote(privateDoc, round, 'a', 3, { question: 1, now: 9 });
    expect(readBallot(privateDoc, round)).toEqual({ a: [4, 3], b: [1, 0] });
    expect(readBallot(privateDoc, round, 'ann')).toEqual({ a: [5, 5] });
    expect(old(privateDoc).toJSON()).toEqual({ r1: { b: [1, 0] }, 'r1/ann': { a: [5, 5] } });
  });

  it('that a tab of that version writes after is what was given last', () => {
    const privateDoc = new Y.Doc();
    castVote(privateDoc, roundOf(), 'a', 2, { now: 9 });
    old(privateDoc).set('r1', new Y.Map<unknown>([['a', 1]]));
    expect(readBallot(privateDoc, roundOf())).toEqual({ a: [1] });
    removeBallot(privateDoc, 'r1');
    expect(readBallot(privateDoc, roundOf())).toEqual({});
  });

  it('and answers go into a new generation, and to another copy', () => {
    const privateDoc = new Y.Doc();
    castVote(privateDoc, roundOf(), 'a', 2, { now: 9 });
    old(privateDoc).set('r1', new Y.Map<unknown>([['b', 1]]));
    const both = { a: [2], b: [1] };
    expect(readBallot(renewPrivate(privateDoc), roundOf())).toEqual(both);
    const copy = new Y.Doc();
    carryAnswers(privateDoc, copy, answerEntries(privateDoc));
    expect(readBallot(copy, roundOf())).toEqual(both);
  });
});

describe('[KNOWN1] what may stand in `answers`', () => {
  const judged = (key: string, value: unknown) => {
    const doc = new Y.Doc();
    doc.getMap('answers').set(key, value);
    const verdict = guardUpdate(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)), new Y.Doc(), {
      role: 'participant',
      locked: false,
      step: 'update',
      space: 'private',
    });
    return verdict.ok ? 'taken' : verdict.error.code;
  };
  const key = answerKey(at('a'), 5);

  it('is an answer of a kind that is declared, and nothing else', () => {
    const verdicts = (
      [
        [key, { value: 3, at: 1 }],
        [key, { value: 3 }],
        [key, { value: 'many', at: 1 }],
        [key, { value: -1, at: 1 }],
        [key, { value: 3, at: 1, secret: 1 }],
        [key, { value: 3, at: 1e17 }],
        [key, 3],
        [key, new Y.Map([['value', 3]])],
        ['secret', { value: 3, at: 1 }],
        ['poll/r1//a/0/5', { value: 3, at: 1 }],
      ] as const
    ).map(([name, value]) => judged(name, value));
    expect(verdicts.shift()).toBe('taken');
    expect(verdicts.filter((verdict) => verdict === 'taken')).toEqual([]);
  });
});

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  '[ANSWER1] [BALLOT6] two devices of one person, often apart, lose nothing and count the same in the end (seed %i)',
  (seed) => {
    const random = randomFrom(seed);
    const round = roundOf({ items: ['a', 'b', 'c', 'd'], budget: 6, perItem: 3 });
    const { docs, deliverOne, deliverAll } = network(3, random);
    const [laptop, phone, server] = docs;
    if (laptop === undefined || phone === undefined || server === undefined) throw new Error('no devices');
    /** What was given last, by the one clock of this test. */
    const last = new Map<string, number>();
    for (let now = 1; now <= 60; now += 1) {
      const device = random.below(2) === 0 ? laptop : phone;
      const item = random.pick(round.items) ?? 'a';
      const dots = random.below(4);
      if (castVote(device, round, item, dots, { now: now * 1000 }).ok) last.set(item, dots);
      for (let delivery = random.below(4); delivery > 0; delivery -= 1) deliverOne();
    }
    deliverAll();
    const expected = Object.fromEntries(
      [...last].filter(([, dots]) => dots > 0).map(([item, dots]) => [item, [dots]]),
    );
    for (const doc of docs) expect(readBallot(doc, round)).toEqual(expected);
    const [one, other, counted] = docs.map((doc) => fitBallot(doc, round));
    expect(one).toEqual(counted);
    expect(other).toEqual(counted);
    const sum = (ballot: Readonly<Record<string, readonly number[]>>) =>
      Object.values(ballot)
        .flat()
        .reduce((a, b) => a + b, 0);
    const given = sum(expected);
    expect(sum(counted?.counts ?? {})).toBe(Math.min(given, round.budget));
    expect((counted?.back ?? []).reduce((all, { dots }) => all + dots, 0)).toBe(
      Math.max(0, given - round.budget),
    );
  },
);
