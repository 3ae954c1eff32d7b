export { AGENDA_COMMANDS, RESERVED_PHASES } from './commands/agenda.ts';
export { ATTENTION_COMMANDS } from './commands/attention.ts';
export { BOARD_COMMANDS } from './commands/board.ts';
export type { CommandDeclaration, RestorePoint } from './commands/command.ts';
export { type CommandAnswer, type CommandBody, COMMANDS, type CommandType } from './commands/commands.ts';
export { DEAL_COMMANDS } from './commands/deal.ts';
export { MOVES } from './commands/moves.ts';
export { HIDDEN_COMMANDS } from './commands/hidden.ts';
export { PEOPLE_COMMANDS } from './commands/people.ts';
export { VERSION_COMMANDS } from './commands/versions.ts';
export { VOTE_COMMANDS } from './commands/vote.ts';
export type { ParsedBody, AnswerBody } from './declared.ts';
export { BODY_FAULTS, type BodyFault } from './body-fault.ts';
export { ERRORS, type ErrorBody, type ErrorCode, REASONS, type Reason, type ReasonValues } from './errors.ts';
export { EXPORT_NAMES, exportNamed, EXPORTS, type ExportName } from './exports.ts';
export { type JsonSchema, openapi, type OpenApi, type Operation } from './openapi.ts';
export { DEVICES, SEEDS } from './routes/lead.ts';
export { codesOf, type PersonLimit, type PieceOf, type RouteDeclaration } from './routes/route.ts';
export {
  type Address,
  type Answer,
  type Body,
  type RouteBy,
  type RouteName,
  ROUTES,
} from './routes/routes.ts';
