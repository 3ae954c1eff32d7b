import { ROUTES } from '@coherence/protocol/http';
import { jsonText } from '../http/router.ts';
import type { Router } from '../http/router.ts';
import { OwnAnswer, type ServeBoard } from '../http/serve.ts';
import { versionText } from './versions.ts';
import type { FilesParts } from './versions.ts';

interface VersionRoutesParts extends FilesParts {
  readonly serveBoard: ServeBoard;
}

/** What versions a board has, and what each says. For facilitators: a version shows what was taken out since. */
export function addVersionRoutes(router: Router, { serveBoard, ...parts }: VersionRoutesParts): void {
  serveBoard(router, ROUTES.versions, async ({ board }) => {
    const [versions, people] = await Promise.all([
      parts.storage.versions(board.id),
      parts.storage.participants(board.id),
    ]);
    const nameOf = new Map(people.map((person) => [person.id, person.name]));
    return {
      versions: versions.map(({ id, kind, name, at, by }) => ({
        id,
        kind,
        name,
        at,
        by: nameOf.get(by) ?? '',
      })),
    };
  });
  serveBoard(router, ROUTES.version, async ({ address, board, params, participant }) => {
    const asker = { address, person: participant.id };
    return new OwnAnswer(jsonText(200, await versionText(parts, board, params.version, asker)));
  });
}
