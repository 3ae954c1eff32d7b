import { type Act, may } from '@coherence/protocol';
import type {
  PersonLimit,
  PieceOf,
  RouteDeclaration,
  ParsedBody,
  AnswerBody,
} from '@coherence/protocol/http';
import { accessBy } from '../auth/access.ts';
import type { GuessLimiter } from '../auth/guess-limiter.ts';
import { ApiError } from '../errors.ts';
import { FACILITATOR_RATE, limitByPerson, PARTICIPANT_RATE } from './by-person.ts';
import { checked, readBody } from './request-body.ts';
import { type Answer, json, type RequestContext, type Router } from './router.ts';
import type { RequestShares } from './shares/request-shares.ts';
import type { BoardRecord, Directory, ParticipantRecord } from '../storage/storage.ts';

/** One request to a declared route, its body and query as the declaration checked them. */
export interface RouteRequest<D extends RouteDeclaration> extends Omit<RequestContext, 'params' | 'query'> {
  readonly params: Readonly<Record<PieceOf<D['path']>, string>>;
  readonly body: ParsedBody<D['body']>;
  readonly query: ParsedBody<D['query']>;
}

/** ... by a person on the board, who may. */
export interface BoardRequest<D extends RouteDeclaration> extends RouteRequest<D> {
  readonly board: BoardRecord;
  readonly participant: ParticipantRecord;
}

/** What a handler makes: what the declaration says, or an answer with a status or headers of its own. */
type HandlerResult<D extends RouteDeclaration> = AnswerBody<D['answer']> | OwnAnswer;

/** An answer that is more than a value of its declaration. */
export class OwnAnswer {
  readonly answer: Answer;

  constructor(answer: Answer) {
    this.answer = answer;
  }
}

type Handler<A, D extends RouteDeclaration> = (asked: A) => HandlerResult<D> | Promise<HandlerResult<D>>;

/** Serves a route that any person may ask. */
export function serve<D extends RouteDeclaration<string, 'anybody'>>(
  router: Router,
  declared: D,
  handler: Handler<RouteRequest<D>, D>,
): void {
  router.on(declared.method, declared.path, async (context) =>
    answerOf(declared, await handler(await readRequest(declared, context))),
  );
}

/** Serves a route of one board: who asks, whether their role may and how often they ask is said before anything is read. */
export type ServeBoard = <D extends RouteDeclaration<string, Act>>(
  router: Router,
  declared: D,
  handler: Handler<BoardRequest<D>, D>,
) => void;

interface DoorParts {
  readonly storage: Pick<Directory, 'board' | 'participantByToken'>;
  readonly shares: RequestShares;
  readonly guesses: GuessLimiter;
  /** In milliseconds. */
  readonly now: () => number;
}

export function serveBoards({ storage, shares, guesses, now }: DoorParts): ServeBoard {
  const limits: Readonly<Record<PersonLimit, (participant: string) => void>> = {
    facilitator: limitByPerson(now, FACILITATOR_RATE),
    participant: limitByPerson(now, PARTICIPANT_RATE),
  };
  const enter = async (declared: RouteDeclaration<string, Act>, context: RequestContext) => {
    const { params, token, address } = context;
    const found = await accessBy(storage, params['id'] ?? '', token);
    if (!found.ok) {
      shares.strangerAsks(address);
      throw new ApiError(found.error);
    }
    const { board, participant } = found;
    shares.personAsks(participant.id, board.id, address);
    if (may(participant.role, 'invite')) guesses.knows(address, board.code);
    if (!may(participant.role, declared.may)) throw new ApiError('not-allowed');
    if (declared.limit !== undefined) limits[declared.limit](participant.id);
    return { board, participant };
  };
  return (router, declared, handler) => {
    router.on(declared.method, declared.path, async (context) => {
      const entered = await enter(declared, context);
      const asked = await readRequest(declared, context);
      return answerOf(declared, await handler({ ...asked, ...entered }));
    });
  };
}

async function readRequest<D extends RouteDeclaration>(
  declared: D,
  context: RequestContext,
): Promise<RouteRequest<D>> {
  const { takesFile, body, query } = declared;
  return {
    ...context,
    query: query === undefined ? undefined : checked(query, Object.fromEntries(context.query)),
    body: body === undefined || takesFile === true ? undefined : await readBody(context.request, body),
  } as RouteRequest<D>;
}

function answerOf<D extends RouteDeclaration>({ status }: D, made: HandlerResult<D>): Answer {
  return made instanceof OwnAnswer ? made.answer : json(status ?? 200, made);
}
