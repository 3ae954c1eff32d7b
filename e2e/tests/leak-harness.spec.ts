import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { expect, test } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';
import { watch } from '../harness/people.ts';

const DRAFT = 'the budget is decided before we meet';
const BALLOT = 'option seven';

function framesOfTyping(text: string): Uint8Array[] {
  const doc = new Y.Doc();
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => {
    const encoder = createEncoder();
    writeVarUint(encoder, 0);
    writeVarUint(encoder, 2);
    writeVarUint8Array(encoder, update);
    frames.push(toUint8Array(encoder));
  });
  for (const [at, letter] of [...text].entries()) doc.getText('drafts').insert(at, letter);
  return frames;
}

/** A server that leaks: a draft letter by letter over a WebSocket, a ballot in a JSON answer. */
async function startLeakingServer() {
  const http = createServer((request, response) => {
    const isData = request.url === '/api/ballots';
    response.setHeader('content-type', isData ? 'application/json' : 'text/html');
    response.end(isData ? JSON.stringify({ ballots: [BALLOT] }) : '<!doctype html><title>leak</title>');
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (socket) => {
    for (const frame of framesOfTyping(DRAFT)) socket.send(frame);
    socket.close();
  });
  await once(http.listen(0, '127.0.0.1'), 'listening');
  const { port } = http.address() as AddressInfo;
  const close = () => {
    sockets.close();
    http.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

test('the recording sees what a browser was sent, and only that', async ({ browser }) => {
  const server = await startLeakingServer();
  const [guilty, innocent] = await Promise.all([browser.newContext(), browser.newContext()]);
  const leaked = recordFrames(guilty, 'participant Dana');
  const clean = recordFrames(innocent, 'facilitator Lee');
  try {
    const page = await guilty.newPage();
    await page.goto(server.url);
    await page.evaluate(async () => {
      await (await fetch('/api/ballots')).text();
      const socket = new WebSocket(location.href.replace('http', 'ws'));
      await new Promise((resolve) => socket.addEventListener('close', resolve));
    });
    await (await innocent.newPage()).goto(server.url);

    for (const hidden of [DRAFT, BALLOT]) {
      await leaked.assertSaw(hidden);
      await expect(leaked.assertNeverSaw(hidden)).rejects.toThrow('reached participant Dana');
      await clean.assertNeverSaw(hidden);
      await expect(clean.assertSaw(hidden)).rejects.toThrow('never reached facilitator Lee');
    }
  } finally {
    await Promise.all([guilty.close(), innocent.close()]);
    server.close();
  }
});

test('errors of a page and requests to strangers are noticed', async ({ browser }) => {
  const [home, stranger] = await Promise.all([startLeakingServer(), startLeakingServer()]);
  const context = await browser.newContext();
  const { problems } = await watch(context, 'Dana', home.url);
  try {
    const page = await context.newPage();
    await page.goto(home.url);
    expect(problems).toEqual([]);
    await page.evaluate(async (address) => {
      await fetch(address, { mode: 'no-cors' });
      const socket = new WebSocket(address.replace('http', 'ws'));
      await new Promise((resolve) => socket.addEventListener('close', resolve));
      setTimeout(() => {
        throw new Error('broken page');
      });
    }, stranger.url);
    await expect.poll(() => problems).toContain('Dana: broken page');
    expect(problems.filter((problem) => problem.includes('a request left for'))).toHaveLength(2);
  } finally {
    await context.close();
    home.close();
    stranger.close();
  }
});

test('what the policy of the server keeps a page from doing is noticed', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url });
  const { problems } = await watch(context, 'Dana', server.url);
  try {
    const page = await context.newPage();
    await page.goto('/');
    expect(problems).toEqual([]);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken over"';
      document.body.append(script);
    });
    await expect.poll(() => problems).toHaveLength(1);
    expect(problems[0]).toContain('the policy forbids script-src-elem: inline');
  } finally {
    await context.close();
  }
});
