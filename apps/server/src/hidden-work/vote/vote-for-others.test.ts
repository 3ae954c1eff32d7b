import { castVote } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { saved, until } from '../../testing/meeting.ts';
import { roundOf, voting as openVoting } from '../testing/vote-fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const voting: typeof openVoting = async (...given) => {
  const made = await openVoting(...given);
  ends.push(() => made.session.end());
  return made;
};

describe('[VOTE5] a ballot for a person without a device', () => {
  it('counts once, when a facilitator casts it for a person who does not vote', async () => {
    const { a, b, c, command, lead, people, round, screen } = await voting('named');
    const [ann, ben, , dan] = people.map(({ participantId }) => participantId);
    const leads = lead.openPrivateDoc();
    await saved(leads);
    castVote(leads.doc, round, 'f1', 2, { for: ann ?? '' });
    castVote(leads.doc, round, 'f2', 2, { for: dan ?? '' });
    castVote(leads.doc, round, 'f2', 1, { for: 'nobody' });
    castVote(a.doc, round, 'f2', 1);
    castVote(c.doc, round, 'f1', 1, { for: ben ?? '' });
    await saved(leads, a, b, c);
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 2, invited: 4 }));
    const closed = await command({ type: 'vote-close' });
    // Ann votes herself; Dan has his from the facilitator; a participant casts for no other person.
    expect(closed.body).toMatchObject({ results: { f1: 0, f2: 3 }, turnout: 2, spoiled: 0 });
  });

  it('[FLOOR23] is in the exact figures of who voted and who can, on devices of their own or not', async () => {
    const { a, command, join, lead, round, screen, people } = await voting('anonymous');
    const added = await command({ type: 'add-person', name: 'Ann', unit: '' });
    const observer = await join('observer');
    const leads = lead.openPrivateDoc();
    await saved(leads);
    castVote(leads.doc, round, 'f1', 1, { for: String(added.body.participantId) });
    await saved(leads);
    const figures = { turnout: 1, own: 0, invited: people.length + 1, able: people.length };
    await until(() => expect(roundOf(screen)).toMatchObject(figures));
    castVote(a.doc, round, 'f2', 1);
    await saved(a);
    const seen = observer.open();
    await until(() => expect(roundOf(seen)).toMatchObject({ ...figures, turnout: 2, own: 1 }));
  });

  it('does not count for a person who was removed, nor from a person who no longer leads', async () => {
    const { command, join, people, round, screen } = await voting();
    const second = await join('facilitator');
    const seconds = second.openPrivateDoc();
    await saved(seconds);
    const [ann, ben] = people.map(({ participantId }) => participantId);
    for (const person of [ann, ben]) castVote(seconds.doc, round, 'f1', 1, { for: person ?? '' });
    await saved(seconds);
    await until(() => expect(roundOf(screen).turnout).toBe(2));
    await command({ type: 'remove-person', participantId: ann });
    await until(() => expect(roundOf(screen)).toMatchObject({ turnout: 1, invited: 3 }));
    await command({ type: 'set-role', participantId: second.participantId, role: 'participant' });
    const closed = await command({ type: 'vote-close' });
    expect(closed.body).toMatchObject({ results: { f1: 0 }, turnout: 0 });
  });
});
