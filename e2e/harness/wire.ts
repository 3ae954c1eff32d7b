import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** The wire between one browser and the server: it can be pulled out and put back. */
interface Wire {
  readonly url: string;
  /** Pulls it out: what is open breaks, nothing new gets through. */
  readonly pull: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

/** Lays a wire to a server on this computer. */
export async function layWire(port: number): Promise<Wire> {
  let whole = true;
  const ends = new Set<Socket>();
  const keep = (socket: Socket) => {
    ends.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => ends.delete(socket));
    return socket;
  };
  const listener = createServer((near) => {
    keep(near);
    if (!whole) return void near.destroy();
    const far = keep(connect(port, '127.0.0.1'));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const pull = () => {
    whole = false;
    for (const socket of ends) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    pull,
    mend: () => (whole = true),
    close: async () => {
      pull();
      listener.close();
      await once(listener, 'close');
    },
  };
}
