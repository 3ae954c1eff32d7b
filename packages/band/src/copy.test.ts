import { CLOSE_REASONS } from '@coherence/protocol';
import type { CloseReason } from '@coherence/protocol';
import { PretendBoardServer, PretendNetwork } from '@coherence/protocol/testing';
import { afterEach, expect, it } from 'vitest';
import type { Doc } from 'yjs';
import { openCopy } from './copy.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function openOne() {
  const network = new PretendNetwork();
  const board = { server: new PretendBoardServer() };
  network.onConnection = (connection) => {
    const { receive, left } = board.server.accept(connection);
    connection.onFrame = receive;
    connection.onClose = left;
  };
  const watched: Doc[] = [];
  let news = 0;
  const way = { url: 'http://board.test', boardId: 'b', token: 'secret', socket: network.Socket };
  const copy = openCopy(
    way,
    (doc) => watched.push(doc),
    () => (news += 1),
  );
  ends.push(() => copy.close());
  const end = (reason: CloseReason) => {
    network.latest.close(CLOSE_REASONS[reason].code, reason);
    network.settle();
  };
  return { network, board, copy, watched, news: () => news, end };
}

it('after a new generation the document begins anew, is watched, and shows the same person in it', async () => {
  const { network, board, copy, watched, news, end } = openOne();
  const here = copy.saved();
  network.settle();
  await here;
  copy.show({ name: 'Dana', view: 'room' });
  copy.show({ view: 'map' });
  const [before] = watched;
  copy.doc().getMap('factors').set('secret', 1);
  network.settle();
  board.server = new PretendBoardServer();
  end('new-generation');
  const again = copy.saved();
  network.settle();
  await again;
  expect(copy.doc()).not.toBe(before);
  expect(watched).toEqual([before, copy.doc()]);
  expect(copy.doc().getMap('factors').has('secret')).toBe(false);
  expect([copy.isGone(), news()]).toEqual([false, 1]);
  const shown = board.server.sessions.flatMap(({ received }) =>
    received.flatMap((message) => (message.type === 'awareness' ? message.entries : [])),
  );
  const states = shown.map(({ stateBytes }) => JSON.parse(new TextDecoder().decode(stateBytes)) as unknown);
  expect(states).toContainEqual({ name: 'Dana', view: 'map' });
});

it('a document that the server refuses is gone for good, and no person waits for it to be saved', async () => {
  const { network, board, copy, news, end } = openOne();
  network.settle();
  board.server.acks = false;
  copy.doc().getMap('factors').set('unsaved', 1);
  network.settle();
  const waiting = copy.saved();
  end('no-such-board');
  await expect(waiting).rejects.toThrow('refused');
  expect([copy.isGone(), news()]).toEqual([true, 1]);
});
