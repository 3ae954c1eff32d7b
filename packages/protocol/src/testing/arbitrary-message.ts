import * as fc from 'fast-check';
import type { Message } from '../wire/codec.ts';
import { NACK_CODES, STATUS_CODES, type NackCode, type ServerStatus } from '../wire/messages/saving.ts';

const varUint = fc.oneof(fc.nat(300), fc.maxSafeNat());
const bytes = fc.uint8Array({ maxLength: 200 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const code = fc.constantFrom(...(Object.keys(NACK_CODES) as NackCode[]));
const status = fc.constantFrom(...(Object.keys(STATUS_CODES) as ServerStatus[]));
const limits = fc.record({ maxUpdate: varUint, maxSyncStep2: varUint, maxAwarenessState: varUint });
const entry = fc.record({ clientId: varUint, clock: varUint, stateBytes: bytes });

/** Any message within the limits, for laws and fuzz. */
export const arbitraryMessage: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('sync-step-1' as const), stateVector: bytes }),
  fc.record({ type: fc.constant('sync-step-2' as const), update: bytes }),
  fc.record({ type: fc.constant('update' as const), update: bytes }),
  fc.record({ type: fc.constant('awareness' as const), entries: fc.array(entry, { maxLength: 8 }) }),
  fc.record({ type: fc.constant('query-awareness' as const) }),
  fc.record({ type: fc.constant('permission-denied' as const), reason: text }),
  fc.record({ type: fc.constant('ack' as const), n: varUint, boardSeq: varUint }),
  fc.record({ type: fc.constant('nack' as const), n: varUint, code, reason: text }),
  fc.record({ type: fc.constant('status' as const), status }),
  fc.record({ type: fc.constant('role' as const), role: text }),
  fc.record({
    type: fc.constant('hello' as const),
    protocol: varUint,
    generation: varUint,
    limits: fc.option(limits),
  }),
);
