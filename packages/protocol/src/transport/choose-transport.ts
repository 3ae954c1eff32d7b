/** How frames travel: by WebSocket, or by the stand-in over plain web requests. */
const TRANSPORTS = ['websocket', 'streamed'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** What is known about the network between this page and one server. */
export type TransportChoice = {
  readonly transport: Transport;
  /** Signs in a row that `transport` is blocked. */
  readonly signs: number;
  /** While `transport` is the stand-in: when to try a WebSocket again, milliseconds as of `Date.now`. */
  readonly retryAt: number;
};

export type TransportEvent =
  | { type: 'opened'; transport: Transport }
  /**
   * An attempt did not open. `hung`: it was waited for in vain, rather than refused. `webWorks`: a plain request to the
   * server was answered just then.
   */
  | { type: 'not-opened'; transport: Transport; hung: boolean; webWorks: boolean; at: number }
  /** The device has another network. */
  | { type: 'network-changed' };

/** A refusal can be a server that is just restarting, so it takes two; a long silence is enough by itself. */
const SIGNS_TO_SWITCH = 2;
const RETRY_WEBSOCKET_MS = 10 * 60_000;

export const FIRST_CHOICE: TransportChoice = { transport: 'websocket', signs: 0, retryAt: 0 };

/** What the next attempt uses. */
export function transportToTry({ transport, retryAt }: TransportChoice, now: number): Transport {
  return transport === 'streamed' && now >= retryAt ? 'websocket' : transport;
}

/**
 * One transport is left for the other only if it does not open while plain requests work: where nothing works, the
 * network is down and says nothing about either. The rule is the same in both directions, so a server or network that
 * lets only one of them through is found whichever it is.
 */
export function nextChoice(choice: TransportChoice, event: TransportEvent): TransportChoice {
  if (event.type === 'network-changed') return { ...choice, signs: 0, retryAt: 0 };
  if (event.type === 'opened') {
    return event.transport === 'websocket' ? FIRST_CHOICE : { ...choice, signs: 0 };
  }
  const { transport, hung, webWorks, at } = event;
  if (!webWorks) return { ...choice, signs: 0 };
  const blocked = { transport: 'streamed' as const, signs: 0, retryAt: at + RETRY_WEBSOCKET_MS };
  // A WebSocket tried again in vain: back to what worked.
  if (transport !== choice.transport) return transport === 'websocket' ? blocked : choice;
  const signs = choice.signs + (hung ? SIGNS_TO_SWITCH : 1);
  if (signs < SIGNS_TO_SWITCH) return { ...choice, signs };
  return transport === 'websocket' ? blocked : FIRST_CHOICE;
}
