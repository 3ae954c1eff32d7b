import type { BoardSocket, SocketClass } from '../transport/board-socket.ts';
import { pieceFrames } from '../pieces/piece-frames.ts';
import { SYNC, SYNC_STEPS } from '../wire/messages/sync.ts';

type SocketWatcher = {
  /** Before the provider learns that the socket is open, hence before it sends anything. */
  opened(socket: BoardSocket): void;
  /**
   * Just before a counted frame leaves, so that its ack can never be earlier. `isWhole`: with it all of the change has
   * left; false for every piece of a large one but the last.
   */
  counted(step: 'sync-step-2' | 'update', isWhole: boolean): void;
};

function countedStep(frame: Uint8Array): 'sync-step-2' | 'update' | null {
  if (frame[0] !== SYNC.number) return null;
  if (frame[1] === SYNC_STEPS.syncStep2) return 'sync-step-2';
  return frame[1] === SYNC_STEPS.update ? 'update' : null;
}

/**
 * `Base` with a watcher that sees every opening and every counted frame, no matter which code sends it. A large update leaves in
 * pieces, each counted.
 */
export function countingSocket(Base: SocketClass, watcher: SocketWatcher): SocketClass {
  return class extends Base {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols);
      this.addEventListener('open', () => watcher.opened(this));
    }

    override send(data: Uint8Array<ArrayBuffer>): void {
      const step = countedStep(data);
      const frames = step === 'update' ? pieceFrames(data) : [data];
      for (const [index, frame] of frames.entries()) {
        if (step !== null) watcher.counted(step, index === frames.length - 1);
        super.send(frame);
      }
    }
  };
}
