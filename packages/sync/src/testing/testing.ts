export { arbitraryMessage } from './arbitrary-message.ts';
export { PretendBoardServer, type Peer } from './pretend-board-server.ts';
export { PretendConnection, PretendNetwork } from './pretend-network.ts';
