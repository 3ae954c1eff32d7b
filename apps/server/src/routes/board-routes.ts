import { agendaFrom } from '@coherence/board';
import { speechIn } from '@coherence/words';
import { may, type Role } from '@coherence/protocol';
import { EXPORT_NAMES, exportNamed, EXPORTS, ROUTES } from '@coherence/protocol/http';
import { answeredMeta } from '../boards/answered-words.ts';
import { BoardWriter, readBoardFile } from '../boards/board-files.ts';
import { readFor, sharedKey, withBoard } from '../boards/board-reader.ts';
import { runCommand } from '../commands/run-command.ts';
import { OneByOne } from '../queues/one-by-one.ts';
import { createFromContent, createFromUpdate } from '../boards/create.ts';
import { joinBoard, previewBoard } from '../boards/join.ts';
import type { JoinParts } from '../boards/join.ts';
import { OwnAnswer, serve, serveBoards } from '../http/serve.ts';
import { addSessionRoutes, phaseOf } from './session-routes.ts';
import type { SessionCounts } from '../hidden-work/session-counts.ts';
import { ApiError, refusedFor } from '../errors.ts';
import type { Files } from '../files/file-thread.ts';
import type { Log } from '../telemetry/log.ts';
import { addCheckRoutes } from '../room-check/check-routes.ts';
import { addRehearsalRoutes } from '../rehearsal/rehearsal-routes.ts';
import type { Rehearsals } from '../rehearsal/rehearsals.ts';
import { addVersionRoutes } from '../versions/version-routes.ts';
import type { BoardShares } from '../http/shares/board-shares.ts';
import { HeldBytes } from '../http/shares/held-bytes.ts';
import { fileBytes } from '../http/request-body.ts';
import { Turns } from '../queues/turns.ts';
import type { RequestContext, Router } from '../http/router.ts';

interface BoardRoutesParts extends JoinParts {
  readonly files: Files;
  readonly boardShares: BoardShares;
  /** Of a clock that only runs forward, in milliseconds. */
  readonly now: () => number;
  readonly sessionCounts: SessionCounts;
  readonly log: Log;
  readonly rehearsals: Rehearsals;
}

/** Joins that write to the disk at once: what people write beside them waits for these and no more. */
const JOINS_AT_ONCE = 8;
/** A person on the list of people is as much work as so many records. */
const PERSON_RECORDS = 10;

/** Boards, joining and exports; see docs/interface.md. */
export function addBoardRoutes(router: Router, parts: BoardRoutesParts): void {
  const { boardShares, sessionCounts, boardHost, storage, pairings, shares } = parts;
  const moves = new OneByOne();

  const serveBoard = serveBoards(parts);
  const writer = new BoardWriter(parts);
  const held = new HeldBytes();
  const joins = new Turns(JOINS_AT_ONCE);
  const importFile = async (
    { address, request }: Pick<RequestContext, 'address' | 'request'>,
    arrives: (bytes: number) => void,
  ) => {
    const bytes = await fileBytes(request, arrives);
    const { update, format, report } = await readBoardFile(parts.files, bytes, address);
    // Only now: a refused file takes nothing of the right to make boards.
    boardShares.makesBoard(address);
    return { ...(await createFromUpdate(storage, update, parts.today())), format, report };
  };

  addSessionRoutes(router, { ...parts, serveBoard });
  addVersionRoutes(router, { ...parts, serveBoard });
  addCheckRoutes(router, { ...parts, serveBoard });
  addRehearsalRoutes(router, { ...parts, serveBoard });

  serve(router, ROUTES.createBoard, async ({ address, language, body }) => {
    const { units = [], template, agenda, ...content } = body;
    boardShares.makesBoard(address);
    const named = units.map((unit) => (typeof unit === 'string' ? { name: unit } : unit));
    const { t } = speechIn(language);
    const phases =
      agenda ??
      agendaFrom(template === 'coherence-grid' ? 'blank' : template, (text) =>
        t(`templates.text_${text}`, { word: content.unitWord }),
      );
    return createFromContent(storage, { ...content, units: named }, phases, parts.today());
  });
  serve(router, ROUTES.importBoard, async (asked) => {
    // Before the file is read: else so many at once as any person likes wait in memory.
    boardShares.readsFile(asked.address);
    const holding = held.open(asked.address);
    try {
      return await importFile(asked, holding.add);
    } finally {
      holding.end();
    }
  });
  serve(router, ROUTES.previewJoin, (asked) => previewBoard(parts, asked.body, asked));
  serve(router, ROUTES.join, (asked) => {
    const door = asked.body.code ?? asked.body.invite ?? '';
    return joins.run([asked.address, door], () => joinBoard(parts, asked.body, asked));
  });
  serveBoard(router, ROUTES.board, async ({ address, board, participant }) => {
    const { snapshot, generation, present } = await withBoard(boardHost, board, (room) =>
      readFor(room, { shares, address }, (read) => ({
        snapshot: read,
        generation: room.key.generation,
        present: room.size().present,
      })),
    );
    sessionCounts.seen(board.id);
    const { factors, influences, groups, strategies, notes } = snapshot;
    return {
      id: board.id,
      ...answeredMeta(snapshot),
      role: participant.role,
      participantId: participant.id,
      name: participant.name,
      unit: participant.unit,
      code: may(participant.role, 'invite') ? board.code : null,
      generation,
      counts: {
        factors: factors.length,
        influences: influences.length,
        groups: groups.length,
        strategies: strategies.length,
        notes: notes.length,
      },
      people: present,
      phase: await phaseOf(boardHost, board),
      done: sessionCounts.isDone(board.id, participant.id),
      now: parts.today(),
    };
  });
  serveBoard(router, ROUTES.invites, async ({ board }) => {
    const invites = await storage.invites(board.id);
    const secrets = Object.fromEntries(invites.map((one) => [one.role, one.secret]));
    return { code: board.code, invites: secrets as Record<Role, string> };
  });
  serveBoard(router, ROUTES.people, async ({ address, board }) => {
    const people = (await storage.participants(board.id)).filter((one) => !one.removed);
    shares.mayRead(address, PERSON_RECORDS * people.length);
    shares.readAnew(address, PERSON_RECORDS * people.length);
    const withDevice = new Set(await storage.participantsWithDevice(board.id));
    const here = new Set(
      [...(boardHost(board.id).open(sharedKey(board))?.seats ?? [])].map((one) => one.person.participant),
    );
    return {
      people: people.map(({ id, name, unit, role, createdAt }) => ({
        id,
        name,
        unit,
        role,
        joinedAt: createdAt,
        here: here.has(id),
        device: withDevice.has(id),
      })),
    };
  });
  serveBoard(router, ROUTES.pair, ({ address, board, participant }) => {
    const started = pairings.start(board.id, participant.id, address);
    if (started === null) throw new ApiError('too-many-tries');
    return started;
  });
  serveBoard(router, ROUTES.command, ({ address, language, board, body, participant }) =>
    runCommand({ ...parts, moves, board, by: participant, address, language, now: parts.today() }, body),
  );
  serveBoard(router, ROUTES.exportFile, async ({ address, language, board, params, participant, query }) => {
    const name = exportNamed(params.what, params.format);
    if (name === null) throw refusedFor('exports', { exports: EXPORT_NAMES.join(', ') });
    const wanted = { name, date: new Date(parts.today()), scale: query.scale ?? null, language };
    const { bytes, fileName } = await writer.write(board, wanted, { address, person: participant.id });
    return new OwnAnswer({
      status: 200,
      body: bytes,
      headers: {
        'content-type': EXPORTS[name],
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
        'cache-control': 'no-store',
      },
    });
  });
}
