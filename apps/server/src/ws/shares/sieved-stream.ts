import type { Duplex } from 'node:stream';
import { FrameSieve } from './frame-sieve.ts';
import type { SieveOwner } from './frame-sieve.ts';

/**
 * Puts a sieve between a stream and the socket that has just begun to listen to it. `ws` says nothing before a message
 * is whole, and keeps what has come of it; so its listener is called with what the sieve lets pass.
 */
export function sieveStream(stream: Duplex, owner: Omit<SieveOwner, 'pass'>): FrameSieve {
  const [listener] = stream.listeners('data').slice(-1);
  if (listener === undefined) throw new Error('nothing listens to this stream');
  const sieve = new FrameSieve({
    begins: (first, bytes) => owner.begins(first, bytes),
    malformed: () => owner.malformed(),
    grows: (bytes) => owner.grows(bytes),
    dropped: (bytes) => owner.dropped(bytes),
    control: () => owner.control(),
    unfinished: (bytes) => owner.unfinished(bytes),
    hungUp: () => owner.hungUp(),
    pass: (bytes) => void Reflect.apply(listener, stream, [bytes]),
  });
  stream.off('data', listener as (chunk: Buffer) => void);
  stream.on('data', (chunk: Buffer) => sieve.push(chunk));
  return sieve;
}
