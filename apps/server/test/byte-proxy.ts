import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A network between client and server that can go silent without a word to either end. */
export async function openByteProxy(port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {});
      from.pipe(to);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** From now on nothing gets through, and no person is told: not even that the other end has hung up. */
    goSilent(): void {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    close(): void {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
