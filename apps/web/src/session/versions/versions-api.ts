import type { BoardFile } from '@coherence/board';
import { getJson, type Answer } from '../../live/server/api.ts';

export type Version = {
  readonly id: string;
  readonly kind: 'named' | 'phase' | 'reveal' | 'vote' | 'restore';
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Name of who asked for it, or did what it came before; empty where they gave none. */
  readonly by: string;
};

/** Newest first. */
export function versionsOf(
  board: string,
  token: string,
): Promise<Answer<{ readonly versions: readonly Version[] }>> {
  return getJson(`/api/boards/${board}/versions`, token);
}

/** What the board said then. */
export function versionFile(board: string, token: string, version: string): Promise<Answer<BoardFile>> {
  return getJson(`/api/boards/${board}/versions/${version}`, token);
}
