import type * as Y from 'yjs';
import { LOCAL } from './doc.ts';

/** One step of the format of a document. */
export interface DocumentMigration {
  readonly name: string;
  /** Changes the document in place and keeps every word of it. An empty document is a document, too. */
  up(doc: Y.Doc): void;
}

/** The steps of boards and those of private documents: each kind has versions of its own. */
export interface DocumentMigrations {
  readonly board: readonly DocumentMigration[];
  readonly private: readonly DocumentMigration[];
}

/**
 * Applied in order; the version of a document is how many it has seen, and stands beside it in the store, not in it: an
 * older client would refuse a key it does not know. Never edit one that shipped. There is none yet: the formats of today
 * are the first.
 */
export const DOCUMENT_MIGRATIONS: DocumentMigrations = { board: [], private: [] };

/** The version of a document that is made today. */
export function newestVersion(isBoard: boolean, migrations = DOCUMENT_MIGRATIONS): number {
  return stepsOf(isBoard, migrations).length;
}

/**
 * Applies the steps that a document of `version` has not seen; answers its version then. Throws when one fails, with its
 * name, and when the document comes from a newer server.
 */
export function bringUp(
  doc: Y.Doc,
  { version, isBoard }: { readonly version: number; readonly isBoard: boolean },
  migrations = DOCUMENT_MIGRATIONS,
): number {
  const steps = stepsOf(isBoard, migrations);
  if (version > steps.length)
    throw new Error(`it was written by a newer server (format ${version}, known up to ${steps.length})`);
  for (const [index, { name, up }] of steps.entries()) {
    if (index < version) continue;
    try {
      doc.transact(() => up(doc), LOCAL);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`step ${index + 1} of its format, "${name}", failed: ${reason}`, { cause: error });
    }
  }
  return steps.length;
}

function stepsOf(isBoard: boolean, migrations: DocumentMigrations): readonly DocumentMigration[] {
  return isBoard ? migrations.board : migrations.private;
}
