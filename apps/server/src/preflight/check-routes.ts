import { may } from '@coherence/protocol';
import { z } from 'zod';
import type { Access } from '../auth/access.ts';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import { normalCode } from '../auth/secrets.ts';
import { boardsByCode } from '../boards/by-code.ts';
import { ApiError } from '../errors.ts';
import { readBody } from '../http/request-body.ts';
import { json } from '../http/router.ts';
import type { RequestContext, Router } from '../http/router.ts';
import type { BoardHostOf } from '../boards/board-host.ts';
import type { Storage } from '../storage/storage.ts';
import { writeProbe } from '../storage/write-probe.ts';
import { DEVICES, HeardDevices } from './heard.ts';

interface CheckRoutesParts {
  readonly storage: Storage;
  readonly registry: BoardHostOf;
  readonly guesses: GuessLimiter;
  readonly access: (context: RequestContext) => Promise<Extract<Access, { ok: true }>>;
  /** Throws when one person asks too often. */
  readonly limit: (participant: string) => void;
}

const CODE_MAX = 100;
const checkBody = z.object({ code: z.string().max(CODE_MAX), device: z.enum(DEVICES) });

/** The check before a session: a device says that it got here, and the facilitator sees that, and what the disk says. */
export function addCheckRoutes(router: Router, parts: CheckRoutesParts): void {
  const { storage, registry, guesses, access, limit } = parts;
  const heard = new HeardDevices();
  const tryDisk = writeProbe(storage, () => performance.now());

  router
    .on('POST', '/api/check', async (context) => {
      const { code: given, device } = await readBody(context.request, checkBody);
      const code = normalCode(given);
      if (code === null) throw new ApiError('unknown-code');
      const board = await guesses.guess(context.address, code, boardsByCode({ storage, registry }, code));
      if (board === 'too-many') throw new ApiError('too-many-tries');
      if (board === null) throw new ApiError('unknown-code');
      heard.hear(board.id, { device, at: Date.now() });
      return json(200, { heard: true });
    })
    .on('GET', '/api/boards/:id/check', async (context) => {
      const { board, participant } = await access(context);
      if (!may(participant.role, 'command')) throw new ApiError('not-allowed');
      limit(participant.id);
      const now = Date.now();
      return json(200, { now, heard: heard.of(board.id, now), disk: await tryDisk() });
    });
}
