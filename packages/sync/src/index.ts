export { decodeFrame, encodeMessage, type Message } from './codec.ts';
export { FRAME_LIMITS, RECEIVE_LIMITS, type FrameLimits } from './limits.ts';
export type { Result } from './result.ts';
export { encodePermissionDenied, type PermissionDenied } from './messages/auth.ts';
export {
  encodeAwareness,
  encodeKeepAlive,
  encodeQueryAwareness,
  isRemoval,
  removedStateBytes,
  type Awareness,
  type AwarenessEntry,
  type QueryAwareness,
} from './messages/awareness.ts';
export { MESSAGE_NUMBERS } from './messages/message-numbers.ts';
export {
  NACK_CODES,
  STATUS_CODES,
  encodeAck,
  encodeNack,
  encodeStatus,
  type Ack,
  type Nack,
  type NackCode,
  type ServerStatus,
  type Status,
} from './messages/saving.ts';
export { encodeHello, encodeRole, type AnnouncedLimits, type Hello, type Role } from './messages/session.ts';
export {
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  type SyncMessage,
  type SyncStep1,
  type SyncStep2,
  type Update,
} from './messages/sync.ts';
export { CLOSE_REASONS, closeReasonForFrame, closeReasonOf, type CloseReason } from './close-codes.ts';
export {
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  TOKEN_SUBPROTOCOL_PREFIX,
  offeredSubprotocols,
  tokenFromSubprotocols,
} from './protocol-version.ts';
export type { Transport } from './choose-transport.ts';
export { openBoardClient } from './client.ts';
export type { BoardClient, BoardClientEvents, BoardClientOptions, Connection } from './board-client.ts';
export type { BoardSocket, SocketClass } from './counting-socket.ts';
export type { ObservableValue } from './observable-value.ts';
export { readStreamedPath, STREAMED_CONTENT_TYPE } from './streamed/addresses.ts';
export { BATCH_LIMITS, decodeBatch, encodeTaken, type Batch } from './streamed/batch.ts';
export { Intake } from './streamed/intake.ts';
export { encodeRecord, RecordReader, type StreamRecord } from './streamed/records.ts';
export { streamedSocket } from './streamed/streamed-socket.ts';
export {
  nextSaved,
  pendingEdits,
  savedState,
  startSaved,
  type Refusal,
  type SavedEvent,
  type SavedMachine,
  type SavedState,
} from './saved.ts';
