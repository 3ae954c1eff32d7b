import {
  encodeHello,
  encodeRole,
  encodeStatus,
  FRAME_LIMITS,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
} from '@coherence/protocol';
import type { Hello, ServerStatus } from '@coherence/protocol';
import type { Session } from './session.ts';

/** Answers hello: from now on the session is sent our own messages too, or it is told why it cannot stay. */
export function answerHello(session: Session, hello: Hello, generation: number, status: ServerStatus): void {
  if (hello.protocol < OLDEST_PROTOCOL_VERSION) return session.close('malformed');
  if (hello.generation !== 0 && hello.generation !== generation) return session.close('new-generation');
  session.speaksOurs = true;
  session.protocol = hello.protocol;
  const { maxUpdate, maxSyncStep2, maxAwarenessState } = FRAME_LIMITS;
  const limits = { maxUpdate, maxSyncStep2, maxAwarenessState };
  session.peer.together(() => {
    session.peer.send(encodeHello({ protocol: PROTOCOL_VERSION, generation, limits }));
    session.peer.send(encodeRole(session.identity.role));
    if (status !== 'ok') session.peer.send(encodeStatus(status));
  });
}
