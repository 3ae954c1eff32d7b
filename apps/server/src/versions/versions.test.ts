import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  addDraft,
  addFactors,
  mergeFactors,
  readSession,
  readSnapshot,
  removeFactors,
  writeText,
} from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import type { WireClient } from '../rooms/testing/wire-client.ts';
import { openMeeting, saved, until, WALK, WRITE } from '../testing/meeting.ts';
import { MemoryStorage } from '../storage/testing/memory-storage.ts';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import type { Store } from '../storage/store.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function onBoard(store: Store = new MemoryStorage()) {
  const session = await openMeeting(store);
  ends.push(() => session.end());
  const made = await session.newBoard();
  await made.command({ type: 'set-agenda', agenda: [WRITE, WALK] });
  const screen = made.lead.open();
  await saved(screen);
  const path = `/api/boards/${made.id}/versions`;
  return {
    ...made,
    session,
    store,
    screen,
    path,
    versions: async () => (await session.get(path, made.lead.token)).body.versions,
    read: async (id: string) => (await session.get(`${path}/${id}`, made.lead.token)).body,
  };
}
const texts = ({ doc }: WireClient) =>
  readSnapshot(doc)
    .factors.map(({ text }) => text)
    .sort();

async function add(screen: WireClient, ...words: string[]): Promise<readonly string[]> {
  const added = addFactors(screen.doc, { texts: words }, { unit: null });
  await saved(screen);
  return added.ok ? added.value : [];
}

describe('versions', () => {
  it('[VERSION1] are kept before another phase, a reveal and the close of a vote, by whom', async () => {
    const { command, screen, versions, lead } = await onBoard();
    const [id = ''] = await add(screen, 'Late money');
    await command({ type: 'phase', id: WRITE.id });
    expect(await versions()).toEqual([
      { id: expect.any(String), kind: 'phase', name: WRITE.title, at: expect.any(Number), by: '' },
    ]);
    const privateDoc = lead.openPrivateDoc();
    await saved(privateDoc);
    addDraft(privateDoc.doc, { text: 'hidden', phase: WRITE.id, at: 1 });
    await saved(privateDoc);
    await command({ type: 'reveal' });
    await until(() => expect(texts(screen)).toEqual(['Late money', 'hidden']));
    await command({ type: 'vote-open', question: 'What matters?', method: 'rating', items: [id] });
    await add(screen, 'meanwhile');
    await command({ type: 'vote-close' });
    await add(screen, 'at last');
    await command({ type: 'phase', id: null });
    const kept: { kind: string; name: string }[] = await versions();
    expect(kept.map(({ kind, name }) => [kind, name])).toEqual([
      ['phase', ''],
      ['vote', 'What matters?'],
      ['reveal', WRITE.title],
    ]);
  });

  it('[VERSION1] say what the board said before, and a refused command keeps none', async () => {
    const { command, screen, versions, read } = await onBoard();
    await add(screen, 'first');
    await command({ type: 'phase', id: WRITE.id });
    await add(screen, 'second');
    const [{ id }] = await versions();
    expect((await read(id)).factors.map(({ text }: { text: string }) => text)).toEqual(['first']);
    await command({ type: 'phase', id: 'nowhere' });
    await command({ type: 'vote-close' });
    await command({ type: 'pause' });
    expect(await versions()).toHaveLength(1);
  });

  it('[VERSION1] a store that cannot keep one holds up nobody', async () => {
    const store = new MemoryStorage();
    const { command, screen, session, versions } = await onBoard(store);
    const { write } = store.port;
    store.port.write = (batch) =>
      batch.puts?.[0]?.table === 'versions' ? Promise.reject(new Error('no')) : write.call(store.port, batch);
    expect((await command({ type: 'phase', id: WRITE.id })).status).toBe(200);
    await until(() => expect(readSession(screen.doc).phase?.id).toBe(WRITE.id));
    expect(await versions()).toEqual([]);
    expect(session.logLines.some((line) => line.includes('restore-point-failed'))).toBe(true);
  });

  it('[VERSION2] a restore keeps what is there first, and reaches everybody as one change', async () => {
    const { command, screen, join: joinAs, versions } = await onBoard();
    const other = (await joinAs('participant')).open();
    await saved(other);
    const [id = ''] = await add(screen, 'first', 'second');
    const { body } = await command({ type: 'version-save', name: 'Before lunch' });
    writeText(screen.doc, 'factors', id, 'reworded');
    removeFactors(
      screen.doc,
      readSnapshot(screen.doc)
        .factors.filter((one) => one.id !== id)
        .map((one) => one.id),
    );
    await add(screen, 'third');
    await until(() => expect(texts(other)).toEqual(['reworded', 'third']));
    const rounds: string[][] = [];
    other.doc.on('update', () => rounds.push(texts(other)));
    const restored = await command({ type: 'version-restore', id: body.id });
    expect(restored.status).toBe(200);
    await until(() => expect(texts(other)).toEqual(['first', 'second']));
    expect(rounds).toHaveLength(1);
    expect((await versions()).map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
      ['restore', 'Before lunch'],
      ['named', 'Before lunch'],
    ]);
    await command({ type: 'version-restore', id: restored.body.saved });
    await until(() => expect(texts(other)).toEqual(['reworded', 'third']));
  });

  it('[VERSION2] keeps session, drafts and closed votes, and units of people who came since', async () => {
    const { command, lead, screen, join: joinAs } = await onBoard();
    const [id = ''] = await add(screen, 'first');
    const { body } = await command({ type: 'version-save', name: 'Early' });
    await joinAs('participant', 'Law');
    await command({ type: 'phase', id: WRITE.id });
    await command({ type: 'vote-open', question: 'What matters?', method: 'rating', items: [id] });
    await command({ type: 'vote-close' });
    const privateDoc = lead.openPrivateDoc();
    await saved(privateDoc);
    addDraft(privateDoc.doc, { text: 'mine', phase: WRITE.id, at: 1 });
    await saved(privateDoc);
    await command({ type: 'version-restore', id: body.id });
    await saved(screen);
    await until(() => {
      const snapshot = readSnapshot(screen.doc);
      expect(snapshot.voteRounds).toHaveLength(1);
      expect(snapshot.units.map(({ name }) => name)).toContain('Law');
    });
    expect(readSession(screen.doc).phase?.id).toBe(WRITE.id);
    expect(privateDoc.doc.getMap('drafts').size).toBe(1);
  });

  it('[VERSION3] nothing redacted survives in a version, on the disk either, whatever it was merged with', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'coherence-versions-'));
    ends.push(() => rmSync(dir, { recursive: true, force: true }));
    const store = await openSqliteStorage(dir);
    const { command, screen, versions, read } = await onBoard(store);
    const [stays = '', secret = '', part = ''] = await add(screen, 'stays', 'whispered one', 'whispered two');
    await command({ type: 'version-save', name: 'Apart' });
    writeText(screen.doc, 'factors', secret, 'whispered three');
    mergeFactors(screen.doc, secret, [part]);
    await saved(screen);
    await command({ type: 'version-save', name: 'Merged' });
    expect(packedIn(dir).some((words) => words.includes('whispered'))).toBe(true);
    expect((await command({ type: 'redact', factorIds: [secret] })).status).toBe(200);
    for (const { id } of await versions()) {
      const file = await read(id);
      expect(JSON.stringify(file)).not.toContain('whispered');
      const factors: { id: string; text: string }[] = [...file.factors, ...file.merged];
      const textOf = (factor: string) => factors.find((one) => one.id === factor)?.text;
      expect([textOf(stays), textOf(part)]).toEqual(['stays', '[redacted]']);
    }
    for (const packed of packedIn(dir)) expect(packed).not.toContain('whispered');
  });

  it('[VERSION4] only facilitators read, save, restore and delete', async () => {
    const { command, join: joinAs, lead, path, session, versions } = await onBoard();
    const { body } = await command({ type: 'version-save', name: 'Early' });
    for (const role of ['participant', 'observer', 'display'] as const) {
      const { token } = await joinAs(role);
      expect((await session.get(path, token)).status).toBe(403);
      expect((await session.get(`${path}/${body.id}`, token)).status).toBe(403);
      for (const type of ['version-save', 'version-restore', 'version-delete'])
        expect((await command({ type, id: body.id, name: 'x' }, token)).status).toBe(403);
    }
    expect((await session.get(`${path}/nothing`, lead.token)).body.error.code).toBe('no-such-version');
    const elsewhere = await session.newBoard();
    expect((await elsewhere.command({ type: 'version-restore', id: body.id })).status).toBe(404);
    expect((await elsewhere.command({ type: 'version-delete', id: body.id })).status).toBe(404);
    expect((await command({ type: 'version-delete', id: body.id })).status).toBe(200);
    expect(await versions()).toEqual([]);
  });
});

/** Every gzip stream in the files of a folder, unpacked as far as it goes. */
function packedIn(dir: string): string[] {
  return readdirSync(dir).flatMap((name) => {
    const bytes = readFileSync(join(dir, name));
    const found: string[] = [bytes.toString('latin1')];
    for (
      let at = bytes.indexOf('\u001f\u008b\u0008', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('\u001f\u008b\u0008', at + 1, 'latin1')
    ) {
      try {
        found.push(gunzipSync(bytes.subarray(at), { finishFlush: 2 }).toString('utf8'));
      } catch {
        continue;
      }
    }
    return found;
  });
}
