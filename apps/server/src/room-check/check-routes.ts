import { ROUTES } from '@coherence/protocol/http';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import { normalCode } from '../auth/secrets.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import { boardsByCode } from '../boards/by-code.ts';
import { ApiError } from '../errors.ts';
import type { Router } from '../http/router.ts';
import { serve, type ServeBoard } from '../http/serve.ts';
import type { Storage } from '../storage/storage.ts';
import { writeProbe } from '../storage/write-probe.ts';
import { ReachedDevices } from './reached-devices.ts';

interface CheckRoutesParts {
  readonly storage: Storage;
  readonly boardHost: BoardHostOf;
  readonly guesses: GuessLimiter;
  readonly serveBoard: ServeBoard;
  /** Of a clock that only runs forward, in milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly today: () => number;
}

/** The check before a session: a device says that it got here, and the facilitator sees that, and what the disk says. */
export function addCheckRoutes(router: Router, parts: CheckRoutesParts): void {
  const { storage, boardHost, guesses, serveBoard, now, today } = parts;
  const reached = new ReachedDevices();
  const tryDisk = writeProbe(storage, now);

  serve(router, ROUTES.sayReached, async ({ address, body }) => {
    const code = normalCode(body.code);
    if (code === null) throw new ApiError('unknown-code');
    const board = await guesses.guess(address, code, boardsByCode({ storage, boardHost }, code));
    if (board === 'too-many') throw new ApiError('too-many-tries');
    if (board === null) throw new ApiError('unknown-code');
    reached.add(board.id, { device: body.device, at: today() });
    return { heard: true as const };
  });
  serveBoard(router, ROUTES.check, async ({ board }) => {
    const at = today();
    return { now: at, heard: reached.of(board.id, at), disk: await tryDisk() };
  });
}
