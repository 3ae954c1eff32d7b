import * as encoding from 'lib0/encoding';
import type { FrameReader } from '../frame-reader.ts';
import type { FrameLimits } from '../limits.ts';
import { SAMPLE_BYTES, type MessageDeclaration } from './message.ts';

/** The second varUint of a sync frame. */
export const SYNC_STEPS = { syncStep1: 0, syncStep2: 1, update: 2 } as const;

/** "This is what I have": a Yjs state vector. Answered by sync-step-2. */
export type SyncStep1 = { type: 'sync-step-1'; stateVector: Uint8Array };
/** "This is what you lack": a Yjs update, complete with the delete set. */
export type SyncStep2 = { type: 'sync-step-2'; update: Uint8Array };
/** One change as it happens: a Yjs update. */
export type Update = { type: 'update'; update: Uint8Array };
export type SyncMessage = SyncStep1 | SyncStep2 | Update;

function encodeSync(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC.number);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export function encodeSyncStep1(stateVector: Uint8Array): Uint8Array {
  return encodeSync(SYNC_STEPS.syncStep1, stateVector);
}

export function encodeSyncStep2(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC_STEPS.syncStep2, update);
}

export function encodeUpdateFrame(update: Uint8Array): Uint8Array {
  return encodeSync(SYNC_STEPS.update, update);
}

function readSync(reader: FrameReader, limits: FrameLimits): SyncMessage | null {
  switch (reader.varUint()) {
    case SYNC_STEPS.syncStep1:
      return { type: 'sync-step-1', stateVector: reader.varBytes(limits.maxStateVector) };
    case SYNC_STEPS.syncStep2:
      return { type: 'sync-step-2', update: reader.varBytes(limits.maxSyncStep2) };
    case SYNC_STEPS.update:
      return { type: 'update', update: reader.varBytes(limits.maxUpdate) };
    default:
      reader.refuse('unknown-value');
      return null;
  }
}

function encodeSyncMessage(message: SyncMessage): Uint8Array {
  switch (message.type) {
    case 'sync-step-1':
      return encodeSyncStep1(message.stateVector);
    case 'sync-step-2':
      return encodeSyncStep2(message.update);
    case 'update':
      return encodeUpdateFrame(message.update);
  }
}

export const SYNC: MessageDeclaration<SyncMessage, 'both'> = {
  number: 0,
  goes: 'both',
  encode: encodeSyncMessage,
  read: readSync,
  samples: [
    { type: 'sync-step-1', stateVector: SAMPLE_BYTES },
    { type: 'sync-step-2', update: SAMPLE_BYTES },
    { type: 'update', update: SAMPLE_BYTES },
  ],
};
