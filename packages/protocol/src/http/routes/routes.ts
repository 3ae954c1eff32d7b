import type { SentBody, ParsedBody } from '../declared.ts';
import { BOARD_ROUTES } from './boards.ts';
import { JOIN_ROUTES } from './join.ts';
import { LEAD_ROUTES } from './lead.ts';
import { OPERATOR_ROUTES } from './operator.ts';
import type { AddressOf } from './route.ts';
import { SESSION_ROUTES } from './session.ts';

/** Every address of the HTTP interface but those of streams, which speak the wire protocol. */
export const ROUTES = {
  ...OPERATOR_ROUTES,
  ...BOARD_ROUTES,
  ...JOIN_ROUTES,
  ...SESSION_ROUTES,
  ...LEAD_ROUTES,
} as const;
export type RouteName = keyof typeof ROUTES;

type Declared<R extends RouteName> = (typeof ROUTES)[R];

/** The names of the routes of one method. */
export type RouteBy<M extends 'GET' | 'POST'> = {
  [R in RouteName]: M extends Declared<R>['method'] ? R : never;
}[RouteName];

/** Every path of a route. */
export type Address<R extends RouteName> = AddressOf<Declared<R>['path']>;
export type Body<R extends RouteName> = SentBody<NonNullable<Declared<R>['body']>>;
/** What the asker has of it: a value of their own. */
export type Answer<R extends RouteName> = ParsedBody<Declared<R>['answer']>;
