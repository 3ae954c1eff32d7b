import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What revision 4b10a38 wrote; its README says what is there. */
const KEPT = fileURLToPath(new URL('./fixtures/4b10a38', import.meta.url));

interface KeptPerson {
  readonly participantId: string;
  /** None for a person without a device. */
  readonly token?: string;
  readonly role: string;
  readonly unit: string;
}

export interface KeptBoard {
  readonly title: string;
  readonly id: string;
  readonly code: string;
  /** The facilitator's token. */
  readonly lead: string;
  readonly people: Readonly<Record<string, KeptPerson>>;
  /** Words on its screens. */
  readonly shown: readonly string[];
  /** Words in private documents. */
  readonly hidden: readonly string[];
  /** Words that were redacted. */
  readonly gone: readonly string[];
  /** The id of the phase that is on. */
  readonly phase: string | null;
  /** How many factors are on it. */
  readonly factors: number;
  /** A text beyond its limit. */
  readonly overlong?: { readonly factor: string; readonly characters: number };
  readonly expect?: { readonly results: Readonly<Record<string, number>>; readonly turnout: number };
}

export const keptText = (name: string): string => readFileSync(join(KEPT, name), 'utf8');

/** The board files, by name. */
export const keptBoardFiles = (): readonly string[] => readdirSync(join(KEPT, 'board-files'));

/** The boards of the data folder, by name. */
export function keptBoards(): Readonly<Record<string, KeptBoard>> {
  return (JSON.parse(keptText('boards.json')) as { boards: Record<string, KeptBoard> }).boards;
}

export function keptBoard(name: string): KeptBoard {
  const board = keptBoards()[name];
  if (board === undefined) throw new Error(`no board "${name}" was kept`);
  return board;
}

/** A copy of the data folder, as a server may open it. The caller removes it. */
export function copyOfKeptStore(): string {
  const copy = mkdtempSync(join(tmpdir(), 'coherence-kept-'));
  cpSync(join(KEPT, 'store'), copy, { recursive: true });
  return copy;
}
