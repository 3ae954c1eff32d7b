/** What the client needs of a WebSocket beyond what the Yjs provider itself uses. */
export type BoardSocket = {
  send(data: Uint8Array<ArrayBuffer>): void;
  close(): void;
  addEventListener(type: 'open', listener: () => void): void;
};

/** A WebSocket class: the browser's and Node's own, that of `ws`, the stand-in, or a pretended one. */
export type SocketClass = new (url: string, protocols?: string[]) => BoardSocket;
