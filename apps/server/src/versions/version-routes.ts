import { may } from '@coherence/protocol';
import type { Access } from '../auth/access.ts';
import { ApiError } from '../errors.ts';
import { json, jsonText } from '../http/router.ts';
import type { RequestContext, Router } from '../http/router.ts';
import { versionText } from './versions.ts';
import type { FilesParts } from './versions.ts';

interface VersionRoutesParts extends FilesParts {
  readonly access: (context: RequestContext) => Promise<Extract<Access, { ok: true }>>;
  /** Throws when one person asks too often. */
  readonly limit: (participant: string) => void;
}

/** What versions a board has, and what each says. For facilitators: a version shows what was taken out since. */
export function addVersionRoutes(router: Router, { access, limit, ...parts }: VersionRoutesParts): void {
  const facilitator = async (context: RequestContext) => {
    const found = await access(context);
    if (!may(found.participant.role, 'command')) throw new ApiError('not-allowed');
    limit(found.participant.id);
    return found;
  };

  router
    .on('GET', '/api/boards/:id/versions', async (context) => {
      const { board } = await facilitator(context);
      const [versions, people] = await Promise.all([
        parts.storage.versions(board.id),
        parts.storage.participants(board.id),
      ]);
      const nameOf = new Map(people.map((person) => [person.id, person.name]));
      return json(200, {
        versions: versions.map(({ id, kind, name, at, by }) => ({
          id,
          kind,
          name,
          at,
          by: nameOf.get(by) ?? '',
        })),
      });
    })
    .on('GET', '/api/boards/:id/versions/:version', async (context) => {
      const { board, participant } = await facilitator(context);
      const asker = { address: context.address, person: participant.id };
      const text = await versionText(parts, board, context.params['version'] ?? '', asker);
      return jsonText(200, text);
    });
}
