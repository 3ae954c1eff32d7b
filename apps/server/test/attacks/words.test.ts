import { addFactors, readSession, readSnapshot, removeFactors } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DOC_FULL_BYTES } from '../../src/rooms/limits/room-limits.ts';
import { openHarness } from '../../src/rooms/testing/room-harness.ts';
import { openMeeting, saved, until } from '../../src/testing/meeting.ts';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';

const MIB = 1024 * 1024;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function board() {
  const session = await openMeeting();
  ends.push(() => session.end());
  return { session, ...(await session.newBoard()) };
}

const texts = ({ doc }: { doc: Y.Doc }) => readSnapshot(doc).factors.map(({ text }) => text);
const textOf = (doc: Y.Doc, id: string) =>
  (doc.getMap('factors').get(id) as Y.Map<unknown>).get('text') as Y.Text;
const codes = (client: WireClient) => client.of('nack').map(({ code }) => code);

describe('keys that no record has', () => {
  it('[KNOWN1] S4 are refused for good, from a newer client held, and others go on', async () => {
    const { join, lead } = await board();
    const people = await Promise.all([join('participant'), join('participant'), join('participant')]);
    const [one, newer, honest] = people.map((person, at) => person.open(at === 1 ? { protocol: 200 } : {}));
    if (one === undefined || newer === undefined || honest === undefined) throw new Error('nobody');
    await saved(one, newer, honest);
    const pad = () => new Y.Map<unknown>([['pad', 'x'.repeat(90_000)]]);
    for (const client of [one, newer]) client.doc.getMap('factors').set('f', pad());
    await until(() => expect([codes(one), codes(newer)]).toEqual([['schema'], ['newer']]));
    addFactors(honest.doc, { texts: ['Honest'] }, { unit: null });
    await saved(honest);
    const screen = lead.open();
    await saved(screen);
    expect([texts(screen), screen.doc.getMap('factors').has('f')]).toEqual([['Honest'], false]);
  });
});

describe('words that are too long', () => {
  it('[LONG3] [LONG1] S7 of two people who were offline are all there, in the file, and in a board from it', async () => {
    const { board: made, join, lead, session } = await board();
    const screen = lead.open();
    await saved(screen);
    const added = addFactors(screen.doc, { texts: ['a'.repeat(290)] }, { unit: null });
    const [id = ''] = added.ok ? added.value : [];
    await saved(screen);
    const [ann, ben] = await Promise.all([join('participant'), join('participant')]);
    const away = [ann, ben].map((person, at) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(screen.doc));
      textOf(doc, id).insert(290, (at === 0 ? 'b' : 'c').repeat(1200));
      return person.open({ doc, generation: 1 });
    });
    await saved(...away);
    expect(away.flatMap(codes)).toEqual([]);
    await until(() => expect(texts(screen).map(({ length }) => length)).toEqual([2690]));
    const file = await session.get(`/api/boards/${made.id}/export/board.json`, made.token);
    const words = (file.body as { factors: { text: string }[] }).factors[0]?.text ?? '';
    expect([words.length, words.includes('b'.repeat(1200)), words.includes('c'.repeat(1200))]).toEqual([
      2690,
      true,
      true,
    ]);
    expect(await session.post('/api/boards/import', file.body)).toMatchObject({ status: 201 });
  });

  it('[LONG2] S8 2,000 blanks in the factor of another person are refused', async () => {
    const { join, lead } = await board();
    const screen = lead.open();
    await saved(screen);
    const added = addFactors(screen.doc, { texts: ['Said by one'] }, { unit: null });
    const [id = ''] = added.ok ? added.value : [];
    await saved(screen);
    const client = (await join('participant')).open();
    await saved(client);
    textOf(client.doc, id).insert(0, ' '.repeat(2000));
    await until(() => expect(codes(client)).toEqual(['size']));
    expect(texts(screen)).toEqual(['Said by one']);
  });
});

describe('a full board', () => {
  const fill = (doc: Y.Doc) => {
    for (let at = 0; at < 75; at += 1) doc.getMap('factors').set(`fill${at}`, 'x'.repeat(100_000));
  };
  const empty = (doc: Y.Doc) => {
    for (let at = 0; at < 75; at += 1) doc.getMap('factors').delete(`fill${at}`);
  };

  it('[FULL2] S4b holds words and says so, lets facilitators clear up, and then fetches what it held', async () => {
    const { clock, room, tab, storedDoc } = await openHarness();
    const [dana, lead, old] = [tab('dana'), tab('lead', 'facilitator'), tab('olga')];
    old.seat.protocol = 1;
    await clock.advance(100);
    await Promise.all([room.edit(fill), clock.advance(100)]);
    await clock.advance(100);
    expect(readSession(dana.doc).full).toBe(100);
    dana.doc.getMap('factors').delete('first');
    const late = tab('late');
    await clock.advance(100);
    expect([storedDoc().getMap('factors').has('first'), dana.peer.of('nack'), late.peer.of('nack')]).toEqual([
      false,
      [],
      [],
    ]);
    dana.set('d', 'kept');
    old.set('o', 'kept');
    lead.set('l', 'goes in');
    await clock.advance(100);
    expect([dana.peer.of('nack'), old.peer.of('nack')].map(([one]) => one?.code)).toEqual([
      'doc-full',
      'rate',
    ]);
    expect([dana.peer.closedWith, storedDoc().getMap('factors').has('d')]).toEqual([null, false]);
    expect(storedDoc().getMap('factors').get('l')).toBe('goes in');
    await Promise.all([room.edit(empty), clock.advance(100)]);
    for (let at = 0; at < 21; at += 1) {
      lead.set(`l${at}`, 'goes on');
      await clock.advance(100);
    }
    await clock.advance(5_000);
    expect(['d', 'o'].map((key) => storedDoc().getMap('factors').get(key))).toEqual(['kept', 'kept']);
    expect(readSession(dana.doc).full).toBe(0);
  });

  it('[FULL4] S4b one participant gets no more than half of what is left, and takes nothing from others', async () => {
    const { clock, tab, storedDoc } = await openHarness();
    const [greedy, honest] = [tab('greedy'), tab('honest')];
    await clock.advance(100);
    for (let at = 0; at < 90 && greedy.peer.of('nack').length === 0; at += 1) {
      greedy.set(`g${at}`, 'x'.repeat(90_000));
      await clock.advance(1_000);
    }
    const taken = [...storedDoc().getMap('factors').keys()].filter((key) => key.startsWith('g')).length;
    expect(taken * 90_000).toBeLessThan(2.5 * MIB);
    expect(taken * 90_000).toBeGreaterThan(2 * MIB);
    expect(greedy.peer.of('nack').map(({ code }) => code)).toEqual(['share']);
    for (let at = 0; at < 10; at += 1) {
      honest.set(`h${at}`, 'y'.repeat(90_000));
      await clock.advance(1_000);
    }
    expect(honest.peer.of('nack')).toEqual([]);
    expect(storedDoc().getMap('factors').has(`g${taken}`)).toBe(false);
    for (let at = 0; at < 10; at += 1) greedy.doc.getMap('factors').delete(`g${at}`);
    await clock.advance(5_000);
    expect(storedDoc().getMap('factors').has(`g${taken}`)).toBe(true);
  });

  it('[FULL3] a facilitator makes room: all that is shown stays, and new words go in', async () => {
    const { board: made, command, join, lead, session } = await board();
    const [screen, client] = [lead.open(), (await join('participant')).open()];
    await saved(screen, client);
    const added = addFactors(client.doc, { texts: ['Stays', 'Taken off'] }, { unit: null });
    removeFactors(client.doc, [added.ok ? (added.value[1] ?? '') : '']);
    await saved(client);
    expect(
      await command({ type: 'make-room', removed: 'version' }, (await join('participant')).token),
    ).toMatchObject({ status: 403 });
    const answer = await command({ type: 'make-room', removed: 'version' });
    expect(answer).toMatchObject({ status: 200, body: { generation: 2, percent: 0 } });
    await until(() => expect([screen.closed, client.closed]).toEqual(['new-generation', 'new-generation']));
    const fresh = lead.open();
    await saved(fresh);
    expect([texts(fresh), fresh.doc.getMap('factors').size]).toEqual([['Stays'], 1]);
    const { body } = await session.get(`/api/boards/${made.id}/versions`, made.token);
    const [version] = (body as { versions: { id: string }[] }).versions;
    expect(await command({ type: 'version-restore', id: version?.id })).toMatchObject({ status: 200 });
    await until(() => expect(texts(fresh).toSorted()).toEqual(['Stays', 'Taken off']));
  });

  it('[FULL3] of a board where much was taken off: that stays unless a version is asked for, what was deleted does not', async () => {
    const { board: made, command, join, session } = await board();
    const client = (await join('participant')).open();
    await saved(client);
    const lines = Array.from({ length: 200 }, (_, at) => `${at}${' word'.repeat(300)}`);
    const added = addFactors(client.doc, { texts: lines }, { unit: null });
    const ids = added.ok ? added.value : [];
    removeFactors(client.doc, ids.slice(1));
    textOf(client.doc, ids[0] ?? '').insert(0, 'Misspelt ');
    textOf(client.doc, ids[0] ?? '').delete(0, 'Misspelt '.length);
    await saved(client);
    const answer = await command({ type: 'make-room' });
    expect(answer).toMatchObject({ status: 200, body: { generation: 2 } });
    const { percent } = answer.body as { percent: number };
    const fresh = (await join('participant')).open();
    await saved(fresh);
    expect([texts(fresh), fresh.doc.getMap('factors').size]).toEqual([lines.slice(0, 1), lines.length]);
    expect(ids.map((id) => textOf(fresh.doc, id).toString())).toEqual(lines);
    const bytes = Y.encodeStateAsUpdate(fresh.doc);
    expect(percent).toBe(Math.floor((100 * bytes.length) / DOC_FULL_BYTES));
    expect([percent > 0, Buffer.from(bytes).includes('Misspelt')]).toEqual([true, false]);
    expect((await session.get(`/api/boards/${made.id}/versions`, made.token)).body).toMatchObject({
      versions: [],
    });
  });

  it('[FULL4] honest heavy work meets no limit: a day of typing, 200 long lines five times, an hour of drawing', async () => {
    const { clock, tab } = await openHarness();
    const recorder = tab('recorder');
    await clock.advance(100);
    const doc = recorder.doc;
    const minutes = new Y.Text();
    doc.getMap('notes').set('minutes', new Y.Map([['text', minutes]]));
    for (let word = 0; word < 1_500; word += 1) {
      minutes.insert(minutes.length, 'some words of a recorder who types all day and all week ');
      if (word % 50 === 0) await clock.advance(1_000);
    }
    for (let paste = 0; paste < 5; paste += 1) {
      addFactors(
        doc,
        { texts: Array.from({ length: 200 }, () => 'a line of a list '.repeat(12)) },
        { unit: null },
      );
      await clock.advance(20_000);
    }
    for (let chunk = 0; chunk < 60; chunk += 1) {
      doc.getMap('drawings').set(
        `c${chunk}`,
        Array.from({ length: 1000 }, (_, at) => Math.round(at * 3.3) / 10),
      );
      await clock.advance(5_000);
    }
    expect(recorder.peer.of('nack')).toEqual([]);
    expect(recorder.acked).toBe(recorder.counted);
  });
});
