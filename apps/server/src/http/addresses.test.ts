import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer } from '../testing/test-server.ts';

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.server.stop());

/** Sends one request as it is, which no client library would, and answers the first line of what comes back. */
async function firstLine(request: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.write(`${request}\r\nHost: localhost\r\n`);
  socket.write(
    'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n',
  );
  if (request.startsWith('POST')) socket.write('Content-Length: 0\r\n\r\n');
  else socket.write('Connection: close\r\n\r\n');
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return String(data).split('\r\n')[0] ?? '';
}

describe('a request for what is no address', () => {
  it.each(['GET //', 'HEAD http://[', 'POST //a:b'])(
    'is refused, and the server goes on: %s',
    async (asked) => {
      expect(await firstLine(`${asked} HTTP/1.1`)).toBe('HTTP/1.1 400 Bad Request');
      expect((await server.get('/health/live')).status).toBe(200);
    },
  );

  it('is refused as an upgrade, too', async () => {
    const upgrade = await firstLine('GET // HTTP/1.1\r\nConnection: Upgrade');
    expect(upgrade).toBe('HTTP/1.1 101 Switching Protocols');
    expect((await server.get('/health/live')).status).toBe(200);
  });
});
