import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from '../../auth/network.ts';
import type { Clock } from '../../time/clock.ts';
import { LineWatch } from './line-watch.ts';

/** The head of a request, and the whole of it: the largest file over a slow phone takes some minutes. */
const HEAD_MS = 15_000;
const REQUEST_MS = 20 * 60_000;
/** Requests whose answers never end, and upgrades, watch themselves. */
type IsHandedOver = (request: IncomingMessage) => boolean;

/** Has the connections of a server watched: see `LineWatch`. `linesMax` as there. Answers the way to stop. */
export function watchLines(
  http: Server,
  { clock, linesMax, isHandedOver }: { clock: Clock; linesMax: number; isHandedOver: IsHandedOver },
): () => void {
  http.headersTimeout = HEAD_MS;
  http.requestTimeout = REQUEST_MS;
  const watch = new LineWatch({
    clock,
    linesMax,
    addressOf: ({ remoteAddress }) => networkOf(remoteAddress ?? ''),
  });
  http.on('connection', (socket: Socket) => {
    watch.add(socket);
    socket.once('close', () => watch.remove(socket));
  });
  http.on('upgrade', ({ socket }: IncomingMessage) => watch.remove(socket));
  http.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    if (isHandedOver(request)) {
      watch.remove(socket);
      response.once('close', () => {
        if (!socket.destroyed) watch.add(socket, true);
      });
      return;
    }
    watch.sets(socket, 'arriving', () => request.complete);
    response.once('close', () => watch.sets(socket, 'waiting'));
  });
  return () => watch.stop();
}
