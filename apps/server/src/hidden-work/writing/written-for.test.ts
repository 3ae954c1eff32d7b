import { addDraft, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import { openMeeting, saved, until, WALK, WRITE } from '../../testing/meeting.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** Ray has no device; the facilitator, of no unit, writes one note for him and one of their own. */
async function writing(identity = 'unit') {
  const session = await openMeeting();
  ends.push(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [{ ...WRITE, identity }, WALK] });
  await made.command({ type: 'phase', id: WRITE.id });
  const added = await made.command({ type: 'add-person', name: 'Ray', unit: 'Federal Programs' });
  const ray = String(added.body.participantId);
  const dana = await made.join('participant');
  const [own, hers, screen] = [made.lead.openPrivateDoc(), dana.openPrivateDoc(), made.lead.open()];
  await saved(own, hers, screen);
  if (identity === 'anonymous') {
    // With the facilitator and Dana three people write on their own devices.
    const cy = (await made.join('participant')).openPrivateDoc();
    await saved(cy);
    addDraft(cy.doc, { text: 'Of Cy', phase: WRITE.id, at: 1 });
    await saved(cy);
  }
  addDraft(own.doc, { text: 'Dictated', phase: WRITE.id, for: ray, at: 1 });
  addDraft(own.doc, { text: 'Of the facilitator', phase: WRITE.id, at: 2 });
  addDraft(hers.doc, { text: 'Forged', phase: WRITE.id, for: ray, at: 1 });
  await saved(own, hers);
  const unitOf = (short: string) => readSnapshot(screen.doc).units.find((unit) => unit.short === short)?.id;
  const unitsOf = (text: string) => {
    const factor = readSnapshot(screen.doc).factors.find((one) => one.text === text);
    return factor && Object.values(factor.sources).map(({ unit }) => unit);
  };
  return { ...made, ray, own, screen, unitOf, unitsOf };
}

describe('[FOR1] a note written for a person without a device', () => {
  it("is that person's: their unit's in the counts and on the board, and only a facilitator can do it", async () => {
    const { command, screen, unitOf, unitsOf } = await writing();
    const [si = '', fp = ''] = [unitOf('SI'), unitOf('FP')];
    await until(() =>
      expect(readSession(screen.doc).writing).toMatchObject({
        drafts: { [fp]: 1, [si]: 1, '': 1 },
        people: { [fp]: 1, [si]: 1, '': 1 },
      }),
    );
    expect((await command({ type: 'reveal' })).body).toEqual({ revealed: 3, unread: 0 });
    await until(() => expect(unitsOf('Dictated')).toEqual([fp]));
    expect(unitsOf('Forged')).toEqual([si]);
    expect(unitsOf('Of the facilitator')).toEqual([]);
  });

  it('goes under that name where names were promised, and the others without one', async () => {
    const { command, screen } = await writing('named');
    await command({ type: 'reveal' });
    const sources = (text: string) =>
      Object.values(readSnapshot(screen.doc).factors.find((one) => one.text === text)?.sources ?? {});
    await until(() => expect(sources('Dictated')).toMatchObject([{ name: 'Ray' }]));
    expect(sources('Forged').map(({ name }) => name)).toEqual([undefined]);
  });

  it('keeps the promise of its phase', async () => {
    const { command, unitsOf } = await writing('anonymous');
    await command({ type: 'reveal' });
    await until(() => expect(unitsOf('Dictated')).toEqual([]));
  });

  it('stays where it is when that person was removed', async () => {
    const { command, ray, own } = await writing();
    await command({ type: 'remove-person', participantId: ray });
    expect((await command({ type: 'reveal' })).body.revealed).toBe(2);
    await until(() => expect(readDrafts(own.doc).map(({ text }) => text)).toEqual(['Dictated']));
  });
});

describe('[FOR2] a note that a facilitator wrote for a person', () => {
  /** A second facilitator writes for Ray and for themselves, and is removed. */
  async function removedLead(identity = 'unit') {
    const made = await writing(identity);
    const lee = await made.join('facilitator');
    const theirs = lee.openPrivateDoc();
    await saved(theirs);
    addDraft(theirs.doc, { text: 'Dictated to Lee', phase: WRITE.id, for: made.ray, at: 1 });
    addDraft(theirs.doc, { text: 'Of Lee', phase: WRITE.id, at: 2 });
    await saved(theirs);
    await made.command({ type: 'remove-person', participantId: lee.participantId });
    const texts = () => readSnapshot(made.screen.doc).factors.map(({ text }) => text);
    return { ...made, lee, texts };
  }

  it('comes out and is counted when that facilitator is gone; their own stays where it is', async () => {
    const { command, screen, unitOf, unitsOf, texts } = await removedLead();
    const [fp = ''] = [unitOf('FP')];
    await until(() => expect(readSession(screen.doc).writing.drafts[fp]).toBe(2));
    expect((await command({ type: 'reveal' })).body).toEqual({ revealed: 4, unread: 0 });
    await until(() => expect(unitsOf('Dictated to Lee')).toEqual([fp]));
    expect(texts()).not.toContain('Of Lee');
    expect((await command({ type: 'reveal' })).body.revealed).toBe(0);
  });

  it('keeps the promise of its phase, and holds it while it waits', async () => {
    const { command, unitsOf } = await removedLead('anonymous');
    const named = { type: 'set-agenda', agenda: [{ ...WRITE, identity: 'named' }, WALK] };
    expect((await command(named)).status).toBe(403);
    expect((await command({ type: 'reveal' })).body.revealed).toBe(5);
    await until(() => expect(unitsOf('Dictated to Lee')).toEqual([]));
    expect((await command(named)).status).toBe(200);
  });

  it('stays hidden when both are gone', async () => {
    const { command, ray, texts } = await removedLead();
    await command({ type: 'remove-person', participantId: ray });
    expect((await command({ type: 'reveal' })).body.revealed).toBe(2);
    expect(texts()).not.toContain('Dictated to Lee');
  });
});
