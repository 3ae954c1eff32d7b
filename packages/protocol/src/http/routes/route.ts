import type { z } from 'zod';
import type { Act } from '../../role.ts';
import type { ErrorCode } from '../errors.ts';

/** How often one person may ask: as a facilitator's page does, or as a person's hands do. */
export type PersonLimit = 'facilitator' | 'participant';

/** One address of the HTTP interface. In `path`, `:name` stands for a piece without `/` and `.`. */
export interface RouteDeclaration<
  P extends string = string,
  W extends Act | 'anybody' = Act | 'anybody',
  B extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST';
  readonly path: P;
  /** What the answer is, in one line. */
  readonly says: string;
  /** `anybody`: it asks for no token. Else the role must allow this act on the board of `:id`. */
  readonly may: W;
  /** Counted before the body is read. */
  readonly limit?: PersonLimit;
  /** A JSON body of 64 KiB at most. None: nothing is read. */
  readonly body?: B;
  /** Its body is a file of 8 MiB at most, which it reads itself. */
  readonly takesFile?: true;
  readonly query?: Q;
  /** Default 200. */
  readonly status?: 201;
  /** As JSON, or as `media` says. */
  readonly answer: A;
  readonly media?: string;
  /** What it may be refused with, beside what `codesOf` adds to every route of its kind. */
  readonly codes: readonly ErrorCode[];
}

export function route<
  const P extends string,
  const W extends Act | 'anybody',
  A extends z.ZodType,
  B extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
>(declared: RouteDeclaration<P, W, B, Q, A>): RouteDeclaration<P, W, B, Q, A> {
  return declared;
}

/** Names of the pieces of a path. */
export type PieceOf<P extends string> = P extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}.${infer More}`
    ? Name extends `${infer First}/${infer Between}`
      ? First | PieceOf<`/${Between}.${More}`>
      : Name | PieceOf<More>
    : Rest extends `${infer Name}/${infer More}`
      ? Name | PieceOf<`/${More}`>
      : Rest
  : never;

/** Every path that a pattern stands for. */
export type AddressOf<P extends string> = P extends `${infer Before}:${infer Rest}`
  ? Rest extends `${infer Name}.${infer More}`
    ? Name extends `${string}/${infer Between}`
      ? `${Before}${string}${AddressOf<`/${Between}.${More}`>}`
      : `${Before}${string}${AddressOf<`.${More}`>}`
    : Rest extends `${string}/${infer More}`
      ? `${Before}${string}${AddressOf<`/${More}`>}`
      : `${Before}${string}`
  : P;

/** Every code that a route may be refused with. */
export function codesOf({ may, body, takesFile, query, codes }: RouteDeclaration): readonly ErrorCode[] {
  const reads: readonly ErrorCode[] =
    body === undefined && takesFile === undefined ? [] : ['bad-request', 'not-json', 'too-large'];
  const asks: readonly ErrorCode[] = query === undefined ? [] : ['bad-request'];
  const enters: readonly ErrorCode[] =
    may === 'anybody' ? [] : ['no-token', 'no-such-board', 'removed', 'load-failed'];
  const role: readonly ErrorCode[] = may === 'anybody' || may === 'read' ? [] : ['not-allowed'];
  const all: readonly ErrorCode[] = ['too-often', 'internal', 'cannot-save'];
  return [...new Set([...reads, ...asks, ...enters, ...role, ...codes, ...all])];
}
