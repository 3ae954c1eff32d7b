import type { Awareness } from 'y-protocols/awareness';
import { encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import type { WebsocketProvider } from 'y-websocket';
import * as encoding from 'lib0/encoding';
import { AWARENESS } from '../wire/messages/awareness.ts';

type AwarenessChange = { added: number[]; updated: number[]; removed: number[] };

function sendOwnState(provider: WebsocketProvider, awareness: Awareness): void {
  const { ws } = provider;
  if (ws === null || !provider.wsconnected) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, AWARENESS.number);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
  ws.send(encoding.toUint8Array(encoder));
}

/**
 * Makes `provider` speak of its own tab only. The stock handler sends every state it hears back to the server, which
 * costs N^2 frames, and announces that others have left when only this tab has lost them.
 */
export function speakOnlyForOneself(provider: WebsocketProvider, awareness: Awareness): void {
  awareness.off('update', provider._awarenessUpdateHandler);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
    const own = awareness.clientID;
    // The server may have given this tab up by mistake; y-protocols has then raised the clock, so contradict it.
    const mine = origin === provider ? removed : [...added, ...updated, ...removed];
    if (mine.includes(own)) sendOwnState(provider, awareness);
  };
  awareness.on('update', provider._awarenessUpdateHandler);
}

/**
 * Raises the clock of the own state. Peers ignore a first state with clock 0, and a state re-sent after a lost
 * connection with the clock under which the server removed it.
 */
export function renewOwnState(awareness: Awareness): void {
  const state = awareness.getLocalState();
  if (state !== null) awareness.setLocalState(state);
}

/** Tells the others that this tab has left; answers how to come back with the same state. */
export function leave(awareness: Awareness): () => void {
  const state = awareness.getLocalState();
  removeAwarenessStates(awareness, [awareness.clientID], 'page hidden');
  return () => {
    if (state !== null && awareness.getLocalState() === null) awareness.setLocalState(state);
  };
}
