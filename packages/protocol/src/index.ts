export { CODE_ALPHABET, CODE_LENGTH, spacedCode } from './door/code.ts';
export { readDoor, type DoorReading } from './door/read-door.ts';
export { higherRole, may, ROLES, type Act, type Role } from './role.ts';
export { assertNever } from './assert-never.ts';
export { moveGroupOf, type MoveGroup } from './moves.ts';
export type { Result } from './result.ts';
export type { ObservableValue } from './observable-value.ts';
export { CLOSE_REASONS, closeReasonForFrame, closeReasonOf, type CloseReason } from './wire/close-codes.ts';
export { decodeFrame, encodeMessage } from './wire/codec.ts';
export { FRAME_LIMITS, type FrameLimits } from './wire/limits.ts';
export { encodePermissionDenied, type PermissionDenied } from './wire/messages/auth.ts';
export {
  encodeAwareness,
  encodeKeepAlive,
  encodeQueryAwareness,
  isRemoval,
  removedStateBytes,
  type Awareness,
  type AwarenessEntry,
  type QueryAwareness,
} from './wire/messages/awareness.ts';
export {
  goesUp,
  MESSAGES,
  OLDEST_PROTOCOL_VERSION,
  PROTOCOL_VERSION,
  type Down,
  type Message,
  type Up,
} from './wire/messages.ts';
export {
  NACK_CODES,
  codeFor,
  encodeAck,
  encodeNack,
  encodeStatus,
  type Ack,
  type Nack,
  type NackCode,
  type ServerStatus,
  type Status,
} from './wire/messages/saving.ts';
export { encodeHello, type AnnouncedLimits, type Hello } from './wire/messages/hello.ts';
export { encodeRole, type RoleMessage } from './wire/messages/role.ts';
export {
  encodeSyncStep1,
  encodeSyncStep2,
  encodeUpdateFrame,
  type SyncMessage,
  type SyncStep1,
  type SyncStep2,
  type Update,
} from './wire/messages/sync.ts';
export {
  SUBPROTOCOL,
  TOKEN_SUBPROTOCOL_PREFIX,
  offeredSubprotocols,
  tokenFromSubprotocols,
} from './wire/subprotocols.ts';
export type { BoardSocket, SocketClass } from './transport/board-socket.ts';
export type { Transport } from './transport/choose-transport.ts';
export { readStreamedPath, STREAMED_CONTENT_TYPE } from './transport/streamed/addresses.ts';
export { BATCH_LIMITS, decodeBatch, encodeTaken, type Batch } from './transport/streamed/batch.ts';
export { Intake } from './transport/streamed/intake.ts';
export {
  encodeFrameHead,
  encodeRecord,
  RecordReader,
  type StreamRecord,
} from './transport/streamed/records.ts';
export { streamedSocket } from './transport/streamed/streamed-socket.ts';
export type { Refusal, SavedEvent, SavedMachine, SavedState } from './saved/saved.ts';
export type {
  BoardClient,
  BoardClientEvents,
  BoardClientOptions,
  Connection,
} from './client/board-client.ts';
export { PIECE_BYTES, splitUpdate } from './pieces/split-update.ts';
export { openBoardClient } from './client/client.ts';
