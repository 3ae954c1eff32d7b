import type { BoardFile } from '@coherence/board';
import type { Answer as Declared } from '@coherence/protocol/http';
import { getJson, type Answer } from '../../live/server/api.ts';

export type Version = Declared<'versions'>['versions'][number];

/** Newest first. */
export function versionsOf(board: string, token: string): Promise<Answer<Declared<'versions'>>> {
  return getJson<'versions'>(`/api/boards/${board}/versions`, token);
}

/** What the board said then. */
export function versionFile(board: string, token: string, version: string): Promise<Answer<BoardFile>> {
  return getJson<'version'>(`/api/boards/${board}/versions/${version}`, token);
}
