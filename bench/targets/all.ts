import { coherence } from './coherence.ts';
import { hocuspocusSqlite } from './hocuspocus-sqlite.ts';
import type { Target } from './target.ts';
import { yWebsocketServer } from './y-websocket-server.ts';

/** Ours first: tables put the others beside it. */
export const TARGETS: readonly Target[] = [coherence, yWebsocketServer, hocuspocusSqlite];
