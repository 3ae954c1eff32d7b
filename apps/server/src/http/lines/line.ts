/** The part of a socket this needs. */
export interface LineSocket {
  readonly remoteAddress?: string | undefined;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  readonly writableLength: number;
  destroy(): unknown;
}

/** A connection of the HTTP server, and how far its newest request has come. */
export interface Line {
  readonly socket: LineSocket;
  readonly address: string;
  /** For a request, or one is `arriving` and then answered. */
  state: 'waiting' | 'arriving';
  /** The request that came last is here whole: it is being answered. */
  isWhole: () => boolean;
  since: number;
  /** It has been answered before. */
  isKept: boolean;
  /** What had moved when it was last looked at. */
  moved: number;
  lookedAt: number;
}
