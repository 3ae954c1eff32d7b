import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A web proxy as many schools have one: plain requests pass, WebSockets do not. */
interface BlockingProxy {
  readonly url: string;
  /** How many WebSockets it has turned away. */
  readonly refused: () => number;
  /** Cuts every request that is under way. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** @param blocking refuse: 403 to an upgrade; swallow: no answer at all */
export async function startBlockingProxy(
  port: number,
  blocking: 'refuse' | 'swallow' = 'refuse',
): Promise<BlockingProxy> {
  let refused = 0;
  const swallowed = new Set<Duplex>();
  const proxy = createServer((request, response) => pass(request, response, port));
  proxy.on('upgrade', (_request, socket: Duplex) => {
    refused += 1;
    socket.on('error', () => {});
    if (blocking === 'swallow') return void swallowed.add(socket);
    socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    refused: () => refused,
    cut: () => proxy.closeAllConnections(),
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      proxy.closeAllConnections();
      for (const socket of swallowed) socket.destroy();
      await closed;
    },
  };
}

function pass(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers } = request;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => onward.destroy());
  request.on('error', () => onward.destroy());
  request.pipe(onward);
}
