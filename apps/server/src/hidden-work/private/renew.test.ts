import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { addDraft, addFactors, REDACTED, readDrafts, readSnapshot, removeFactors } from '@coherence/board';
import { encodeUpdateFrame } from '@coherence/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStorage } from '../../storage/sqlite/sqlite-storage.ts';
import type { WireClient } from '../../rooms/testing/wire-client.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../../testing/meeting.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
const texts = ({ doc }: WireClient) => readSnapshot(doc).factors.map(({ text }) => text);

const SECRET = 'Dana misses every deadline';

describe('[GEN1] redaction', () => {
  it('takes the words off the disk and the board, keeps the factor, and lets no old copy bring them back', async () => {
    const dir = mkdtempSync(joinPath(tmpdir(), 'coherence-redact-'));
    ends.push(() => rmSync(dir, { recursive: true, force: true }));
    const disk = () =>
      readdirSync(dir)
        .map((name) => readFileSync(joinPath(dir, name), 'latin1'))
        .join('');
    const session = await openMeeting(await openSqliteStorage(dir));
    ends.push(() => session.end());
    const { id, command, join, lead } = await session.newBoard();
    const dana = await join('participant');
    const [screen, writer] = [lead.open(), dana.open()];
    await saved(screen, writer);
    const spoken: Uint8Array[] = [];
    writer.doc.on('update', (update: Uint8Array) => spoken.push(update));
    addFactors(writer.doc, { texts: [SECRET, 'Unclear roles', 'Taken back'] }, { unit: null });
    await saved(writer);
    await until(() => expect(texts(screen)).toHaveLength(3));
    const [secret, , taken] = [SECRET, '', 'Taken back'].map(
      (text) => readSnapshot(writer.doc).factors.find((one) => one.text === text)?.id ?? '',
    );
    removeFactors(writer.doc, [taken ?? '']);
    await saved(writer);
    expect(disk()).toContain(SECRET);

    const redacted = await command({ type: 'redact', factorIds: [secret] });
    expect(redacted).toMatchObject({ status: 200, body: { generation: 2 } });
    await until(() => expect([screen.closed, writer.closed]).toEqual(['new-generation', 'new-generation']));
    expect(disk()).not.toContain(SECRET);
    expect(disk()).not.toContain('Taken back');

    const fresh = lead.open();
    await saved(fresh);
    expect(fresh.of('hello').at(-1)?.generation).toBe(2);
    expect(texts(fresh).toSorted()).toEqual(['Unclear roles', REDACTED]);
    expect(readSnapshot(fresh.doc).factors.find(({ text }) => text === REDACTED)?.id).toBe(secret);

    const ours = dana.open({ doc: writer.doc, generation: 1 });
    await until(() => expect(ours.closed).toBe('new-generation'));
    addFactors(writer.doc, { texts: ['Written while away'] }, { unit: null });
    const stock = dana.open({ doc: writer.doc, hello: false });
    await until(() => expect(stock.closed).toBe('not-allowed'));
    const next = dana.open({ generation: 2 });
    await saved(next);
    for (const update of spoken.slice(0, 2)) next.count(encodeUpdateFrame(update));
    // The first would replace a record that is there, which no person may.
    await until(() => expect(next.of('nack').map(({ code }) => code)).toEqual(['schema', 'client-id']));
    addFactors(next.doc, { texts: ['After it'] }, { unit: null });
    await until(() => expect(texts(fresh)).toHaveLength(3));
    expect([...texts(fresh), disk()].join()).not.toContain(SECRET);
    expect(disk()).not.toContain('Written while away');
    expect(Math.max(...readSnapshot(fresh.doc).factors.map(({ no }) => no ?? 0))).toBe(4);
    const exported = await session.get(`/api/boards/${id}/export/board.json`, lead.token);
    expect(JSON.stringify(exported.body)).not.toContain(SECRET);
  });

  it('takes the words out of the private document in which they were written, and keeps what waits there', async () => {
    const dir = mkdtempSync(joinPath(tmpdir(), 'coherence-redact-'));
    ends.push(() => rmSync(dir, { recursive: true, force: true }));
    const session = await openMeeting(await openSqliteStorage(dir));
    ends.push(() => session.end());
    const { command, join, lead } = await session.newBoard();
    await command({ type: 'set-agenda', agenda: [WRITE, WALK] });
    await command({ type: 'phase', id: WRITE.id });
    const dana = await join('participant');
    const [screen, privateDoc] = [lead.open(), dana.openPrivateDoc()];
    await saved(screen, privateDoc);
    addDraft(privateDoc.doc, { text: SECRET, phase: WRITE.id, at: 1 });
    await saved(privateDoc);
    expect((await command({ type: 'reveal' })).body.revealed).toBe(1);
    await until(() => expect(texts(screen)).toEqual([SECRET]));
    addDraft(privateDoc.doc, { text: 'Still waiting', phase: WRITE.id, at: 2 });
    await saved(privateDoc);
    const [factor] = readSnapshot(screen.doc).factors;
    expect((await command({ type: 'redact', factorIds: [factor?.id] })).status).toBe(200);
    const disk = readdirSync(dir).map((name) => readFileSync(joinPath(dir, name), 'latin1'));
    expect(disk.join()).not.toContain(SECRET);
    const again = dana.openPrivateDoc();
    await saved(again);
    expect(readDrafts(again.doc).map(({ text }) => text)).toEqual(['Still waiting']);
    expect(JSON.stringify(again.doc.getMap('drafts').toJSON())).not.toContain(SECRET);
  });

  it('leaves everything as it was when the disk is full', async () => {
    const session = await openMeeting();
    ends.push(() => session.end());
    const { command, lead } = await session.newBoard();
    const screen = lead.open();
    await saved(screen);
    addFactors(screen.doc, { texts: [SECRET] }, { unit: null });
    await saved(screen);
    const [factor] = readSnapshot(screen.doc).factors;
    session.faults.appendError = 'full';
    expect((await command({ type: 'redact', factorIds: [factor?.id] })).status).toBe(503);
    session.faults.appendError = null;
    const again = lead.open();
    await saved(again);
    expect([texts(again), again.of('hello').at(-1)?.generation]).toEqual([[SECRET], 1]);
  });
});
