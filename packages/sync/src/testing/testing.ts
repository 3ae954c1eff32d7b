export { arbitraryMessage } from './arbitrary-message.ts';
export { PretendBoardServer, type Peer } from './pretend-board-server.ts';
export { encodeBatch } from '../streamed/batch.ts';
export { RecordReader } from '../streamed/records.ts';
export { PretendConnection, PretendNetwork } from './pretend-network.ts';
