import { addFactors, readSession, readSnapshot, setMeta } from '@coherence/board';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WireClient } from '../rooms/testing/wire-client.ts';
import { openMeeting, saved, until, WRITE } from '../testing/meeting.ts';

let session: Awaited<ReturnType<typeof openMeeting>>;
let made: Awaited<ReturnType<typeof session.newBoard>>;
beforeEach(async () => {
  session = await openMeeting();
  made = await session.newBoard();
});
afterEach(() => session.end());

const people = async () => (await session.get(`/api/boards/${made.id}/people`, made.board.token)).body.people;
const named = async (name: string) => (await people()).find((one: { name: string }) => one.name === name);
const me = async (token: string) => (await session.get(`/api/boards/${made.id}`, token)).body;
const preview = async () => (await session.post('/api/join/preview', { code: made.board.code })).body;
const unitOf = async (name: string) =>
  (await preview()).units.find((unit: { name: string }) => unit.name === name)?.id;
const joinAs = (input: Record<string, unknown>, token?: string) =>
  session.post('/api/join', { code: made.board.code, ...input }, token);
const synced = (client: WireClient) =>
  until(() => expect(client.of('sync-step-2').length).toBeGreaterThan(0));
const attending = async (expected: Record<string, number>) => {
  const wall = made.lead.open();
  await synced(wall);
  await until(() => expect(readSession(wall.doc).attending).toEqual(expected));
};

describe('people', () => {
  it('[PERSON1] are added without a device, and get one by numbers that a facilitator shows', async () => {
    const added = await made.command({ type: 'add-person', name: ' Ray ', unit: 'Federal Programs' });
    expect(added.status).toBe(200);
    const ray = await named('Ray');
    expect(ray).toMatchObject({ device: false, here: false, unit: await unitOf('Federal Programs') });
    const pair = await made.command({ type: 'pair-person', participantId: ray.id });
    const joined = await joinAs({ pair: pair.body.pair });
    expect(joined.body).toMatchObject({ participantId: ray.id, role: 'participant' });
    expect(await named('Ray')).toMatchObject({ device: true });
  });

  it('[PERSON1] no person can become a person who has a device, a facilitator neither', async () => {
    const dana = await joinAs({ name: 'Dana' });
    const pair = await made.command({ type: 'pair-person', participantId: dana.body.participantId });
    expect([pair.status, pair.body.error.code]).toEqual([403, 'not-allowed']);
  });

  it('[PERSON2] are renamed and moved, and their open boards are told at once', async () => {
    const { body } = await joinAs({ name: 'Dena', unit: 'School Improvement' });
    const device = session.somebody(made.id, body.token, body.participantId).open();
    await synced(device);
    const before = device.of('role').length;
    await made.command({ type: 'rename-person', participantId: body.participantId, name: 'Dana' });
    await made.command({ type: 'move-person', participantId: body.participantId, unit: 'Finance' });
    await until(() => expect(device.of('role').length).toBe(before + 2));
    expect(await me(body.token)).toMatchObject({ name: 'Dana', unit: await unitOf('Finance') });
    const none = await made.command({ type: 'move-person', participantId: body.participantId, unit: '' });
    expect(none.body.unit).toBe('');
  });

  it.each([
    [{ type: 'rename-person', participantId: 'nobody', name: 'X' }, 404],
    [{ type: 'move-person', participantId: 'nobody', unit: '' }, 404],
    [{ type: 'add-person', name: '  ' }, 400],
    [{ type: 'merge-units', from: 'nothing', into: 'nothing' }, 400],
    [{ type: 'set-expected', expected: [{ unit: 'x' }] }, 400],
  ])('refuses %j', async (body, status) => {
    const before = await people();
    expect((await made.command(body)).status).toBe(status);
    expect(await people()).toEqual(before);
  });
});

describe('[LETTER3] names without a visible sign', () => {
  it('are none at the door, and turn nothing round', async () => {
    for (const [name, unit] of [
      ['\u200b', 'Assessment'],
      ['\u3164', '\u200b\u200b'],
      ['Ana \u202eyran', 'Grants'],
      ['\u0301', ''],
    ])
      expect((await joinAs({ name, unit })).status).toBe(200);
    const names = (await people()).map((one: { name: string }) => one.name);
    // The facilitator who made the board gave none.
    expect(names.toSorted()).toEqual(['', '', '', '', 'Ana yran']);
    expect((await preview()).units.map(({ name }: { name: string }) => name)).not.toContain('\u200b\u200b');
    expect((await session.post('/api/boards', { title: '\u2060\u200b' })).status).toBe(400);
    expect((await session.post('/api/boards', { title: 'T', units: ['\u3164'] })).status).toBe(400);
  });

  it('are refused where a name is needed', async () => {
    const { body } = await joinAs({ name: 'Ana' });
    const rename = { type: 'rename-person', participantId: body.participantId, name: '\u3164' };
    for (const command of [
      rename,
      { type: 'add-person', name: '\u200b' },
      { type: 'name-version', name: '\u2060' },
    ])
      expect((await made.command(command)).status).toBe(400);
    expect(await named('Ana')).toBeDefined();
    await made.command({ type: 'set-expected', expected: [{ name: '\u200b' }, { name: 'Ana' }] });
    const wall = made.lead.open();
    await until(() => expect(readSession(wall.doc).expected).toMatchObject([{ name: 'Ana' }]));
  });

  it('[LETTER2] a name in another form of Unicode is the same: of a unit, and of who leads', async () => {
    await joinAs({ name: 'Ana', unit: 'Núñez' });
    await joinAs({ name: 'Bo', unit: 'Nu\u0301n\u0303ez' });
    expect((await named('Bo')).unit).toBe((await named('Ana')).unit);
    const leader = (await people()).find((one: { role: string }) => one.role === 'facilitator');
    await made.command({ type: 'rename-person', participantId: leader.id, name: 'Rene\u0301' });
    const { body } = await joinAs({ name: 'René' });
    expect((await people()).find((one: { id: string }) => one.id === body.participantId).name).toBe(
      'René (2)',
    );
  });
});

describe('what people show of themselves', () => {
  it('[PRESENCE2] says another role and unit as soon as it is so, without a word of theirs', async () => {
    const { body } = await joinAs({ name: 'Dana', unit: 'School Improvement' });
    const person = session.somebody(made.id, body.token, body.participantId);
    const [wall, device] = [made.lead.open(), person.open()];
    await synced(wall);
    await synced(device);
    device.sayHere({ name: 'Dana', role: 'facilitator', view: 'grid' });
    const shown = () =>
      wall
        .of('awareness')
        .flatMap(({ entries }) => entries)
        .filter(({ clientId }) => clientId === device.doc.clientID)
        .map(({ stateBytes }) => JSON.parse(new TextDecoder().decode(stateBytes)))
        .at(-1);
    await until(() => expect(shown()).toMatchObject({ name: 'Dana', role: 'participant', view: 'grid' }));
    const of = { participantId: body.participantId };
    await made.command({ type: 'move-person', ...of, unit: 'Federal Programs' });
    await made.command({ type: 'set-role', ...of, role: 'observer' });
    const unit = await unitOf('Federal Programs');
    await until(() => expect(shown()).toMatchObject({ name: 'Dana', role: 'observer', unit, view: 'grid' }));
  });
});

describe('what people say', () => {
  it('[SPEAK1] is theirs: for their unit and those they were in, for no other person’s', async () => {
    const { body } = await joinAs({ name: 'Dana', unit: 'School Improvement' });
    const [si = '', fp = ''] = [await unitOf('School Improvement'), await unitOf('Federal Programs')];
    await made.command({ type: 'move-person', participantId: body.participantId, unit: 'Finance' });
    const [wall, device, forger] = [
      made.lead.open(),
      session.somebody(made.id, body.token, body.participantId).open(),
      session.somebody(made.id, body.token, body.participantId).open(),
    ];
    for (const client of [wall, device, forger]) await synced(client);
    addFactors(forger.doc, { texts: ['Nobody of ours said this'] }, { unit: fp });
    await until(() => expect(forger.of('nack').map(({ code }) => code)).toContain('role'));
    addFactors(device.doc, { texts: ['Written while away'] }, { unit: si });
    addFactors(device.doc, { texts: ['Written here'] }, { unit: (await unitOf('Finance')) ?? '' });
    await saved(device);
    expect(device.of('nack')).toEqual([]);
    addFactors(wall.doc, { texts: ['Dictated'] }, { unit: fp });
    await until(() =>
      expect(
        readSnapshot(device.doc)
          .factors.map(({ text }) => text)
          .toSorted(),
      ).toEqual(['Dictated', 'Written here', 'Written while away']),
    );
  });
});

describe('attendance', () => {
  it('[ATTEND1] counts those who take part by unit, whatever happens to them', async () => {
    const [si = '', fp = ''] = [await unitOf('School Improvement'), await unitOf('Federal Programs')];
    await me(made.board.token);
    await attending({});
    const dana = await made.join('participant');
    await made.join('participant', 'Federal Programs');
    await made.join('observer');
    await made.join('display');
    await made.command({ type: 'add-person', name: 'Ray', unit: si });
    await attending({ [si]: 2, [fp]: 1 });
    await made.command({ type: 'move-person', participantId: dana.participantId, unit: fp });
    await attending({ [si]: 1, [fp]: 2 });
    await made.command({ type: 'set-role', participantId: dana.participantId, role: 'observer' });
    await attending({ [si]: 1, [fp]: 1 });
    await made.command({ type: 'remove-person', participantId: (await named('Ray')).id });
    await attending({ [fp]: 1 });
  });

  it('[ATTEND1] is counted anew after a start, when a crash came between a person and the count', async () => {
    const { memory, newBoard, end } = await openMeeting();
    const { id, board } = await newBoard();
    await memory.putParticipant({
      id: 'ray',
      board: id,
      name: 'Ray',
      unit: '',
      role: 'participant',
      createdAt: 1,
      removed: false,
    });
    await end();
    const again = await openMeeting(memory);
    await again.get(`/api/boards/${id}`, board.token);
    const wall = again.somebody(id, board.token, board.participantId).open();
    await until(() => expect(readSession(wall.doc).attending).toEqual({ '': 1 }));
    await again.end();
  });

  it('[ATTEND2] keeps who is expected, without lines that name nobody', async () => {
    const expected = [{ name: 'Dana', unit: 'Finance' }, { name: ' ' }, { name: 'Ray' }];
    expect((await made.command({ type: 'set-expected', expected })).body).toEqual({ expected: 2 });
    const wall = made.lead.open();
    await synced(wall);
    expect(readSession(wall.doc).expected).toEqual([
      { name: 'Dana', unit: 'Finance' },
      { name: 'Ray', unit: '' },
    ]);
  });
});

describe('units', () => {
  it('[UNIT1] an ordinary link adds one for each person, however they spell what is there', async () => {
    const dana = await joinAs({ unit: 'Finance' });
    expect((await me(dana.body.token)).unit).toBe(await unitOf('Finance'));
    expect((await joinAs({ unit: ' finance ' })).status).toBe(200);
    const again = await joinAs({ unit: 'Another one' }, dana.body.token);
    expect([again.status, again.body.error.code]).toEqual([400, 'units-closed']);
    expect((await joinAs({ unit: 'Federal Programs' }, dana.body.token)).status).toBe(200);
    expect((await preview()).units).toHaveLength(3);
  });

  it('[UNIT2] none is added while the list is closed, except by a facilitator', async () => {
    const lead = made.lead.open();
    await synced(lead);
    setMeta(lead.doc, { unitsOpen: false });
    await until(async () => expect((await preview()).identity.newUnits).toBe(false));
    const refused = await joinAs({ unit: 'Finance' });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'units-closed']);
    expect((await joinAs({ unit: 'federal programs' })).status).toBe(200);
    const invite = made.board.invites.facilitator;
    expect((await session.post('/api/join', { invite, unit: 'Finance' })).status).toBe(200);
  });

  it('[UNIT3] merging moves people and words, also those that name the merged unit later', async () => {
    const { body } = await joinAs({ name: 'Dana', unit: 'Other: finance' });
    const [from = '', into = ''] = [await unitOf('Other: finance'), await unitOf('Federal Programs')];
    const device = session.somebody(made.id, body.token, body.participantId).open();
    await synced(device);
    addFactors(device.doc, { texts: ['Money comes late'] }, { unit: from });
    await saved(device);
    expect((await made.command({ type: 'merge-units', from, into })).body).toEqual({ from, into, people: 1 });
    expect((await me(body.token)).unit).toBe(into);
    addFactors(device.doc, { texts: ['Written while away'] }, { unit: from });
    await saved(device);
    expect((await joinAs({ name: 'Late', unit: from })).status).toBe(200);
    await until(() => {
      const { factors } = readSnapshot(device.doc);
      expect(factors.map(({ sources }) => Object.values(sources).map(({ unit }) => unit))).toEqual([
        [into],
        [into],
      ]);
    });
    expect(await named('Late')).toMatchObject({ unit: into });
    expect((await preview()).units).toHaveLength(2);
  });
});

describe('the door', () => {
  it('[JOIN2] asks for a name where people are shown with theirs, and says what was missed', async () => {
    expect(await preview()).toMatchObject({ identity: { name: 'optional' }, phase: null });
    const agenda = [WRITE, { id: 'v', kind: 'vote', title: 'Vote', identity: 'named' }];
    await made.command({ type: 'set-agenda', agenda });
    await made.command({ type: 'phase', id: WRITE.id });
    expect(await preview()).toMatchObject({ identity: { name: 'optional' } });
    await made.command({ type: 'phase', id: 'v' });
    expect(await preview()).toMatchObject({
      identity: { name: 'asked' },
      phase: { kind: 'vote', title: 'Vote', number: 2, earlier: ['Write alone'] },
      counts: { factors: 0 },
    });
  });
});
