import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bringUp, DOCUMENT_MIGRATIONS, newestVersion } from './document-migrations.ts';
import type { DocumentMigration, DocumentMigrations } from './document-migrations.ts';

const append = (name: string): DocumentMigration => ({
  name,
  up: (doc) => void doc.getText('seen').insert(doc.getText('seen').length, name),
});
const migrations: DocumentMigrations = { board: [append('a'), append('b')], private: [append('c')] };

function seenBy(version: number, isBoard: boolean): { seen: string; newest: number } {
  const doc = new Y.Doc();
  const newest = bringUp(doc, { version, isBoard }, migrations);
  return { seen: doc.getText('seen').toString(), newest };
}

describe('[FORMAT2] the version of a document', () => {
  it('says which steps it is owed: those are taken in order, each once', () => {
    expect([0, 1, 2].map((version) => seenBy(version, true))).toEqual([
      { seen: 'ab', newest: 2 },
      { seen: 'b', newest: 2 },
      { seen: '', newest: 2 },
    ]);
  });

  it('counts the steps of its own kind', () => {
    expect([0, 1].map((version) => seenBy(version, false))).toEqual([
      { seen: 'c', newest: 1 },
      { seen: '', newest: 1 },
    ]);
    expect([newestVersion(true, migrations), newestVersion(false, migrations)]).toEqual([2, 1]);
  });

  it('is refused where a newer server wrote it', () => {
    expect(() => seenBy(3, true)).toThrow('it was written by a newer server (format 3, known up to 2)');
  });

  it('names the step that fails', () => {
    const broken: DocumentMigration = {
      name: 'a broken one',
      up() {
        throw new Error('no such record');
      },
    };
    const steps = { board: [append('a'), broken], private: [] };
    const bring = () => bringUp(new Y.Doc(), { version: 0, isBoard: true }, steps);
    expect(bring).toThrow('step 2 of its format, "a broken one", failed: no such record');
  });

  it('is written by steps that are never edited once they shipped', () => {
    expect(
      [DOCUMENT_MIGRATIONS.board, DOCUMENT_MIGRATIONS.private].map((steps) => steps.map(({ name }) => name)),
    ).toEqual([[], []]);
  });
});
