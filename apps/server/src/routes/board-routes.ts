import { may } from '@coherence/protocol';
import { AGENDA_TEMPLATES, agendaFrom, NAME_MAX, QUESTION_MAX, TITLE_MAX, UNITS_MAX } from '@coherence/board';
import { z } from 'zod';
import { accessBy } from '../auth/access.ts';
import { answeredMeta } from '../boards/answered-words.ts';
import { BoardWriter, readBoardFile } from '../boards/board-files.ts';
import { readFor, sharedKey, withBoard } from '../boards/board-reader.ts';
import { runCommand } from '../commands/run-command.ts';
import { createFromContent, createFromUpdate } from '../boards/create.ts';
import { joinBoard, joinBody, previewBoard, previewBody } from '../boards/join.ts';
import type { JoinParts } from '../boards/join.ts';
import { addSessionRoutes, phaseOf } from './session-routes.ts';
import type { SessionKeeper } from '../session/keeper.ts';
import { agendaBody } from '@coherence/protocol/http';
import { ApiError } from '../errors.ts';
import type { Files } from '../files/file-thread.ts';
import type { Log } from '../telemetry/log.ts';
import { addCheckRoutes } from '../preflight/check-routes.ts';
import { addRehearsalRoutes } from '../rehearsal/rehearsal-routes.ts';
import type { Rehearsals } from '../rehearsal/rehearsals.ts';
import { addVersionRoutes } from '../versions/version-routes.ts';
import { FACILITATOR_RATE, limitByPerson } from '../http/by-person.ts';
import type { BoardShares } from '../http/shares/board-shares.ts';
import { HeldBytes } from '../http/shares/held-bytes.ts';
import { checked, MAX_FILE_BYTES, readBody, readJsonText } from '../http/request-body.ts';
import { json } from '../http/router.ts';
import { Turns } from '../pace/turns.ts';
import type { RequestContext, Router } from '../http/router.ts';

interface BoardRoutesParts extends JoinParts {
  readonly files: Files;
  readonly boardShares: BoardShares;
  readonly now: () => number;
  readonly keeper: SessionKeeper;
  readonly log: Log;
  readonly rehearsals: Rehearsals;
}

const unitInput = z.union([
  z.string().trim().min(1).max(NAME_MAX),
  z.object({ name: z.string().trim().min(1).max(NAME_MAX), short: z.string().max(NAME_MAX).optional() }),
]);
const createBody = z.object({
  title: z.string().trim().min(1).max(TITLE_MAX),
  question: z.string().trim().max(QUESTION_MAX).optional(),
  sessionDate: z.string().max(20).optional(),
  /** An agenda to begin with; `coherence-grid` is every board's grid and has none. */
  template: z.enum(['coherence-grid', ...AGENDA_TEMPLATES]).default('blank'),
  agenda: agendaBody.optional(),
  units: z.array(unitInput).max(UNITS_MAX).optional(),
});
const commandBody = z.looseObject({ type: z.string().max(40) });
/** Joins that write to the disk at once: what people write beside them waits for these and no more. */
const JOINS_AT_ONCE = 8;
/** Somebody on the list of people is as much work as so many records. */
const PERSON_RECORDS = 10;
const exportQuery = z.object({ scale: z.coerce.number().min(1).max(4).optional() });

/** Boards, joining and exports; see docs/interface.md. */
export function addBoardRoutes(router: Router, parts: BoardRoutesParts): void {
  const { registry, storage, pairings, shares } = parts;

  const access = async ({ params, token, address }: RequestContext) => {
    const found = await accessBy(storage, params['id'] ?? '', token);
    if (!found.ok) {
      shares.strangerAsks(address);
      throw new ApiError(found.error);
    }
    shares.personAsks(found.participant.id, found.board.id, address);
    if (may(found.participant.role, 'invite')) parts.guesses.knows(address, found.board.code);
    return found;
  };
  const limitCreation = ({ address }: RequestContext) => {
    parts.boardShares.makesBoard(address);
  };

  const limit = limitByPerson(parts.now, FACILITATOR_RATE);
  const writer = new BoardWriter(parts);
  const held = new HeldBytes();
  const joins = new Turns(JOINS_AT_ONCE);
  const importFile = async ({ address, request }: RequestContext, arrives: (bytes: number) => void) => {
    const text = await readJsonText(request, MAX_FILE_BYTES, arrives);
    const { update, format, report } = await readBoardFile(parts.files, text, address);
    return { ...(await createFromUpdate(storage, update)), format, report };
  };

  addSessionRoutes(router, { ...parts, access });
  addVersionRoutes(router, { ...parts, access, limit });
  addCheckRoutes(router, { ...parts, access, limit });
  addRehearsalRoutes(router, { ...parts, access, limitCreation });
  router
    .on('POST', '/api/boards', async (context) => {
      const { units = [], template, agenda, ...body } = await readBody(context.request, createBody);
      limitCreation(context);
      const named = units.map((unit) => (typeof unit === 'string' ? { name: unit } : unit));
      const phases = agenda ?? agendaFrom(template === 'coherence-grid' ? 'blank' : template);
      return json(201, await createFromContent(storage, { ...body, units: named }, phases));
    })
    .on('POST', '/api/boards/import', async (context) => {
      // Before the file is read: else so many at once as anybody likes wait in memory.
      limitCreation(context);
      const holding = held.open(context.address);
      try {
        return json(201, await importFile(context, holding.add));
      } finally {
        holding.end();
      }
    })
    .on('POST', '/api/join/preview', async (context) => {
      const body = await readBody(context.request, previewBody);
      return json(200, await previewBoard(parts, body, context));
    })
    .on('POST', '/api/join', async (context) => {
      const body = await readBody(context.request, joinBody);
      const door = body.code ?? body.invite ?? '';
      return json(200, await joins.run([context.address, door], () => joinBoard(parts, body, context)));
    })
    .on('GET', '/api/boards/:id', async (context) => {
      const { board, participant } = await access(context);
      const { snapshot, generation, present } = await withBoard(registry, board, (room) =>
        readFor(room, { shares, address: context.address }, (read) => ({
          snapshot: read,
          generation: room.key.generation,
          present: room.size().present,
        })),
      );
      parts.keeper.seen(board.id);
      const { factors, influences, groups, strategies, notes } = snapshot;
      const counts = { factors, influences, groups, strategies, notes };
      return json(200, {
        id: board.id,
        ...answeredMeta(snapshot),
        role: participant.role,
        participantId: participant.id,
        name: participant.name,
        unit: participant.unit,
        code: may(participant.role, 'invite') ? board.code : null,
        generation,
        counts: Object.fromEntries(Object.entries(counts).map(([name, list]) => [name, list.length])),
        people: present,
        phase: await phaseOf(registry, board),
        done: parts.keeper.isDone(board.id, participant.id),
        now: Date.now(),
      });
    })
    .on('GET', '/api/boards/:id/invites', async (context) => {
      const { board, participant } = await access(context);
      if (!may(participant.role, 'command')) throw new ApiError('not-allowed');
      const invites = await storage.invites(board.id);
      return json(200, {
        code: board.code,
        invites: Object.fromEntries(invites.map((one) => [one.role, one.secret])),
      });
    })
    .on('GET', '/api/boards/:id/people', async (context) => {
      const { board, participant } = await access(context);
      if (!may(participant.role, 'command')) throw new ApiError('not-allowed');
      const people = (await storage.participants(board.id)).filter((one) => !one.removed);
      shares.mayRead(context.address, PERSON_RECORDS * people.length);
      shares.readAnew(context.address, PERSON_RECORDS * people.length);
      const withDevice = new Set(await storage.participantsWithDevice(board.id));
      const here = new Set(
        [...(registry(board.id).open(sharedKey(board))?.sessions ?? [])].map(
          (one) => one.identity.participant,
        ),
      );
      return json(200, {
        people: people.map(({ id, name, unit, role, createdAt }) => ({
          id,
          name,
          unit,
          role,
          joinedAt: createdAt,
          here: here.has(id),
          device: withDevice.has(id),
        })),
      });
    })
    .on('POST', '/api/boards/:id/pair', async (context) => {
      const { board, participant } = await access(context);
      const started = pairings.start(board.id, participant.id, context.address);
      if (started === null) throw new ApiError('too-many-tries');
      return json(201, started);
    })
    .on('POST', '/api/boards/:id/commands', async (context) => {
      const { board, participant } = await access(context);
      if (!may(participant.role, 'command')) throw new ApiError('not-allowed');
      limit(participant.id);
      const body = await readBody(context.request, commandBody);
      return json(
        200,
        await runCommand(
          { ...parts, board, by: participant, address: context.address, now: Date.now() },
          body,
        ),
      );
    })
    .on('GET', '/api/boards/:id/export/:what.:format', async (context) => {
      const { board, participant } = await access(context);
      if (!may(participant.role, 'export')) throw new ApiError('not-allowed');
      const { scale } = checked(exportQuery, Object.fromEntries(context.query));
      const { what = '', format = '' } = context.params;
      const wanted = { what, format, date: new Date(), scale: scale ?? null };
      const { bytes, mime, fileName } = await writer.write(board, wanted, {
        address: context.address,
        person: participant.id,
      });
      return {
        status: 200,
        body: bytes,
        headers: {
          'content-type': mime,
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          'cache-control': 'no-store',
        },
      };
    });
}
