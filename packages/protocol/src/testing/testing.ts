export { arbitraryMessage } from './arbitrary-message.ts';
export { PretendBoardServer, type Peer } from './pretend-board-server.ts';
export { encodeBatch } from '../transport/streamed/batch.ts';
export { RecordReader } from '../transport/streamed/records.ts';
export { PretendConnection, PretendNetwork } from './pretend-network.ts';
