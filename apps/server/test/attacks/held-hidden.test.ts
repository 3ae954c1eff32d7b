import { readFileSync } from 'node:fs';
import { addDraft, addFactors, castVote, readDrafts, readSession, readSnapshot } from '@coherence/board';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { WireClient } from '../../src/rooms/testing/wire-client.ts';
import { saved, until, WALK, WRITE } from '../../src/testing/meeting.ts';
import { roundOf } from '../../src/hidden-work/testing/vote-fixture.ts';
import { endAll, written } from './written.ts';

afterEach(endAll);

const VOTE = { id: 'p8', kind: 'vote', title: 'Vote', identity: 'anonymous' };
const ROLES = ['facilitator', 'participant', 'observer', 'display'] as const;

/** Every address that is read, as docs/interface.md lists them. */
const reads = [
  ...readFileSync(new URL('../../../../docs/interface.md', import.meta.url), 'utf8').matchAll(
    /`GET (\/[^`\s]*)`/g,
  ),
].flatMap(([, path]) => path ?? []);
const EXPORTS = ['board.json', 'map.json', 'map.svg', 'grid.svg'];
/** All that a copy holds, whatever it is called. */
const heldIn = ({ doc }: WireClient) =>
  JSON.stringify([...doc.share.keys()].map((root) => doc.getMap(root).toJSON()));

describe('[MINE1] [MINE2] [VOTE3] what is hidden', () => {
  it('H1: is in nothing that any person is sent or can ask for, by whatever way', async () => {
    const { command, id, join, mineOf, people, session } = await written(1);
    const watching = await Promise.all(
      ROLES.flatMap((role) =>
        (['websocket', 'streamed'] as const).map(async (transport) => {
          const one = await join(role);
          return {
            role,
            token: one.token,
            client: one.open({ transport }),
            privateDoc: one.openPrivateDoc({ transport }),
          };
        }),
      ),
    );
    await saved(...watching.map(({ client }) => client));
    const screen = watching[0]?.client;
    if (screen === undefined) throw new Error('nobody watches');
    const { doc } = mineOf(0);
    addDraft(doc, { text: 'Nobody reads the plan', phase: WRITE.id, at: 2 });
    await saved(mineOf(0));
    const agenda = [{ ...WRITE, identity: 'anonymous' }, WALK, VOTE];
    await command({ type: 'set-agenda', agenda });
    await command({ type: 'phase', id: VOTE.id });
    await command({ type: 'version-save', name: 'Kept' });
    const added = addFactors(screen.doc, { texts: ['Turnover', 'Unclear roles'] }, { unit: null });
    const items = added.ok ? added.value : [];
    await saved(screen);
    await command({ type: 'vote-open', items, question: 'First?' });
    const round = await until(() => roundOf(screen));
    castVote(doc, round, items[0] ?? '', 1);
    await saved(mineOf(0));
    await until(() =>
      expect(watching.map(({ client }) => readSession(client.doc).round?.turnout)).toEqual(
        watching.map(() => 1),
      ),
    );

    const drafts = readDrafts(doc).map((draft) => draft.id);
    // An answer stands under a key with its item, between slashes.
    const answer = `/${items[0]}/0/`;
    const secrets = ['Nobody reads the plan', 'Note 0', ...drafts, answer];
    const places: [string, string][] = [];
    const put = (where: string, words: string) => places.push([where, words]);
    for (const { role, client, privateDoc } of watching) {
      put(`the board of a ${role}`, client.heard());
      put(`the private document of a ${role}`, privateDoc.heard());
      put(`what a ${role} holds`, heldIn(client) + heldIn(privateDoc));
    }
    const versions = await session.get(`/api/boards/${id}/versions`, watching[0]?.token);
    const [version] = versions.body.versions;
    expect(version).toBeDefined();
    const copy = await session.post(`/api/boards/${id}/rehearse`, {}, watching[0]?.token);
    expect(copy.status).toBe(201);
    const lead = { role: 'facilitator of the copy', token: String(copy.body.token), board: copy.body.id };
    const asking = [...watching.map(({ role, token }) => ({ role, token, board: id })), lead];
    const readAll = async ({ role, token, board }: (typeof asking)[number]) => {
      for (const read of reads) {
        const path = read.replace(':id', board).replace(':version', version.id);
        const files = path.includes(':what') ? EXPORTS : [path];
        for (const file of files) {
          const each = path.replace(':what.:format', file);
          const { body } = await session.get(each, token);
          put(`${role} ${each}`, typeof body === 'string' ? body : JSON.stringify(body));
        }
      }
    };
    await Promise.all(asking.map(readAll));
    put('the log', session.logLines.join('\n'));
    expect(places.length).toBeGreaterThan(100);
    const found = places.filter(([, words]) => secrets.some((secret) => words.includes(secret)));
    expect(found.map(([where]) => where)).toEqual([]);
    const again = people[0]?.openPrivateDoc() ?? mineOf(0);
    await saved(again);
    for (const secret of ['Nobody reads the plan', 'Note 0', ...drafts])
      expect(again.heard()).toContain(secret);
    expect(heldIn(again)).toContain(answer);
  });

  it('H2: is not opened by an address that names another person', async () => {
    const { id, join, mineOf, people, session, lead } = await written(1);
    const [writer] = people;
    if (writer === undefined) throw new Error('nobody writes');
    const another = await join('participant');
    const tries = [
      '/mine',
      `/mine/${writer.participantId}`,
      `/${writer.participantId}`,
      `/mine?owner=${writer.participantId}`,
      `/mine?participantId=${writer.participantId}&participant=${writer.participantId}`,
      '%2Fmine',
      '/mine%2F..%2Fmine',
      `/mine%00${writer.participantId}`,
      '/MINE',
      `/mine/../${writer.participantId}/mine`,
      '.mine',
      `:${writer.participantId}`,
    ];
    const tokens = [lead.token, another.token, (await join('observer')).token, 'nobody'];
    const clients = tokens.flatMap((token) =>
      tries.map((path) => session.somebody(`${id}${path}`, token, '').open()),
    );
    await until(() => {
      for (const one of clients) if (!one.isSaved && one.closed === null) throw new Error('not answered yet');
    });
    for (const one of clients) {
      expect(readDrafts(one.doc)).toEqual([]);
      expect(one.heard()).not.toContain('Note 0');
    }
    expect(clients.slice(-tries.length).every(({ closed }) => closed !== null)).toBe(true);
    expect(readDrafts(mineOf(0).doc)).toHaveLength(1);
    for (const one of clients) one.close();
  });
});

describe('[REVEAL4] [ERASE1] notes without a name', () => {
  it('H5: are not linked to who wrote them by sources, ids, or the client ids of Yjs', async () => {
    const { privateDocs, people, looksOn, reveal, command, session, id, lead } = await written(4);
    const before = privateDocs.map(({ doc }) => ({
      drafts: readDrafts(doc).map((draft) => draft.id),
      clients: [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()],
    }));
    expect(before.flatMap(({ drafts }) => drafts)).toHaveLength(4);
    expect(await reveal()).toEqual({ revealed: 4, unread: 0 });
    await until(() => expect(readSnapshot(looksOn.doc).factors).toHaveLength(4));
    const { factors } = readSnapshot(looksOn.doc);
    expect(factors.map(({ sources }) => sources)).toEqual([{}, {}, {}, {}]);
    const writers = new Set(Y.decodeStateVector(Y.encodeStateVector(looksOn.doc)).keys());
    expect(before.flatMap(({ clients }) => clients).filter((client) => writers.has(client))).toEqual([]);
    await command({ type: 'phase', id: WALK.id });
    const versions = await session.get(`/api/boards/${id}/versions`, lead.token);
    const file = await session.get(`/api/boards/${id}/export/board.json`, lead.token);
    const shown = [looksOn.heard(), JSON.stringify([versions.body, file.body])].join('\n');
    for (const secret of [
      ...before.flatMap(({ drafts }) => drafts),
      ...people.map((one) => one.participantId),
    ])
      expect(shown).not.toContain(secret);
  });
});
