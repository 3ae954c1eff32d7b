import {
  encodeHello,
  encodeRole,
  encodeStatus,
  FRAME_LIMITS,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
} from '@coherence/protocol';
import type { Hello, ServerStatus } from '@coherence/protocol';
import type { Seat } from './seat.ts';

/** Answers hello: from now on the seat is sent our own messages too, or it is told why it cannot stay. */
export function answerHello(seat: Seat, hello: Hello, generation: number, status: ServerStatus): void {
  if (hello.protocol < OLDEST_PROTOCOL_VERSION) return seat.close('malformed');
  if (hello.generation !== 0 && hello.generation !== generation) return seat.close('new-generation');
  seat.speaksOurs = true;
  seat.protocol = hello.protocol;
  const { maxUpdate, maxSyncStep2, maxAwarenessState } = FRAME_LIMITS;
  const limits = { maxUpdate, maxSyncStep2, maxAwarenessState };
  seat.peer.together(() => {
    seat.peer.send(encodeHello({ protocol: PROTOCOL_VERSION, generation, limits }));
    seat.peer.send(encodeRole(seat.person.role));
    if (status !== 'ok') seat.peer.send(encodeStatus(status));
  });
}
