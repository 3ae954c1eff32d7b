import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { encodeAck } from '../wire/messages/saving.ts';
import type { Refusal, SavedState } from '../saved/saved.ts';
import { saved, Stage, write } from '../testing/stage.ts';
import type { BoardClient } from './board-client.ts';

const stage = new Stage();

const kinds = (client: BoardClient) => {
  const seen: SavedState['kind'][] = [];
  client.on('saved', ({ kind }) => seen.push(kind));
  return seen;
};

describe('saved', () => {
  test('[SAVED1] connecting, saving, saved', () => {
    const client = stage.open();
    const seen = kinds(client);
    expect(saved(client).kind).toBe('connecting');
    stage.network.settle();
    expect(seen).toEqual(['saving', 'saved']);
  });

  test('[SAVED1] an edit is saving until its own ack', () => {
    const client = stage.opened();
    stage.server.acks = false;
    write(client, 'a');
    expect(saved(client)).toEqual({ kind: 'saving', since: 1000, edits: 1 });
    stage.network.settle();
    expect(saved(client).kind).toBe('saving');
    stage.server.ackAll();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[SAVED2] a deletion counts, though it moves no state vector', () => {
    const client = stage.opened();
    write(client, 'a');
    stage.network.settle();
    const before = Y.encodeStateVector(client.doc);
    stage.server.acks = false;
    client.doc.getMap('factors').delete('a');
    expect(Y.encodeStateVector(client.doc)).toEqual(before);
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 1 });
    stage.network.settle();
    stage.server.ackAll();
    stage.network.settle();
    expect(saved(client).kind).toBe('saved');
    expect(stage.stored()).toEqual([]);
  });

  test('[PIECE2] a large edit leaves in pieces and is saved when the last of them is', () => {
    const client = stage.opened();
    stage.server.acks = false;
    const before = stage.server.sessions[0]?.counted ?? 0;
    client.doc.transact(() => {
      for (let index = 0; index < 30; index += 1)
        client.doc.getMap('factors').set(`k${index}`, 'x'.repeat(9_000));
    });
    stage.network.settle();
    const pieces = (stage.server.sessions[0]?.counted ?? 0) - before;
    expect(pieces).toBeGreaterThan(3);
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 1 });
    stage.server.sessions[0]?.peer.send(encodeAck(before + pieces - 1, 1));
    stage.network.settle();
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 1 });
    stage.server.ackAll();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[PIECE2] a connection that is lost between two pieces loses none', () => {
    const client = stage.opened();
    const sizes: number[] = [];
    client.doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    const link = stage.network.latest;
    stage.server.acks = false;
    client.doc.transact(() => {
      for (let index = 0; index < 30; index += 1)
        client.doc.getMap('factors').set(`k${index}`, 'x'.repeat(9_000));
    });
    link.cut();
    expect(saved(client)).toMatchObject({ kind: 'offline', edits: 1 });
    stage.server.acks = true;
    stage.server.crash();
    client.reconnectNow();
    stage.network.settle();
    expect([saved(client).kind, sizes.length, stage.stored().length]).toEqual(['saved', 1, 30]);
  });

  test('[DOOR2] [SAVED3] edits made offline are counted, travel in one sync-step-2 and are then saved', () => {
    const client = stage.opened();
    stage.network.latest.cut();
    write(client, 'a');
    write(client, 'b');
    expect(saved(client)).toEqual({ kind: 'offline', since: 1000, edits: 2 });
    expect(client.offlineEdits).toBe(2);
    stage.server.acks = false;
    client.reconnectNow();
    stage.network.settle();
    expect(saved(client)).toMatchObject({ kind: 'saving', edits: 2 });
    stage.server.ackAll();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(client.offlineEdits).toBe(0);
    expect(stage.stored()).toEqual(['a', 'b']);
    expect(stage.server.sessions[0]?.received.filter(({ type }) => type === 'update')).toEqual([]);
  });

  test('[SAVED3] an edit whose ack was lost is unsaved again, and stored once', () => {
    const client = stage.opened();
    stage.server.acks = false;
    write(client, 'a');
    stage.network.latest.deliverToServer();
    stage.network.latest.cut();
    expect(saved(client)).toMatchObject({ kind: 'offline', edits: 1 });
    stage.server.acks = true;
    client.reconnectNow();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(stage.stored()).toEqual(['a']);
  });

  test('[SAVED3] what others wrote is not counted as an edit of this tab', () => {
    const [mine, theirs] = [stage.opened(), stage.opened()];
    stage.network.connections[0]?.cut();
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    write(theirs, 'a');
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc));
    expect(mine.offlineEdits).toBe(0);
  });

  test('[SAVED6] a server that cannot store says so', () => {
    const client = stage.opened();
    stage.server.acks = false;
    stage.server.announce('degraded');
    write(client, 'a');
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'not-saved', why: 'cannot-store', edits: 1 });
    expect(client.status.getSnapshot()).toBe('degraded');
    stage.server.announce('ok');
    stage.server.ackAll();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
  });

  test('[SAVED6] what an earlier connection said about storing is forgotten', () => {
    const client = stage.opened();
    stage.server.announce('degraded');
    stage.network.settle();
    stage.network.latest.cut();
    client.reconnectNow();
    stage.network.settle();
    expect(client.status.getSnapshot()).toBe('ok');
  });

  test('[DOOR3] [SAVED5] a held edit waits, whatever else is acknowledged, until the server has asked for it', () => {
    const client = stage.opened();
    stage.server.nackWith = 'paused';
    write(client, 'a');
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'not-saved', why: 'paused', edits: 1 });
    stage.server.nackWith = null;
    write(client, 'b');
    stage.network.settle();
    expect(saved(client)).toMatchObject({ kind: 'not-saved', why: 'paused' });
    stage.server.askForMissing();
    stage.network.settle();
    expect(saved(client)).toEqual({ kind: 'saved' });
    expect(stage.stored()).toEqual(['a', 'b']);
  });

  test('[SAVED7] a refused edit is told once and stays refused', () => {
    const client = stage.opened();
    const refusals: Refusal[] = [];
    client.on('refused', (refusal) => refusals.push(refusal));
    stage.server.nackWith = 'schema';
    write(client, 'a');
    stage.network.settle();
    stage.server.nackWith = null;
    write(client, 'b');
    stage.network.settle();
    expect(refusals).toEqual([{ by: 'edit', n: 2, code: 'schema', reason: 'refused by the test' }]);
    expect(saved(client).kind).toBe('refused');
  });

  test('[CLIENT3] the snapshot keeps its identity while nothing changes, and a listener can stop', () => {
    const client = stage.opened();
    const before = saved(client);
    const listener = vi.fn<() => void>();
    const stop = client.saved.subscribe(listener);
    stage.server.announce('ok');
    stage.network.settle();
    expect(saved(client)).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    stop();
    write(client, 'a');
    expect(listener).not.toHaveBeenCalled();
  });
});
