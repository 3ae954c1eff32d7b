import type { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';

export function addOutcome(
  board: { url: string; id: string; token: string; WebSocket: unknown },
  words: string,
): Promise<{ doc: Doc; provider: WebsocketProvider }>;
