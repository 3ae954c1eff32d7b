import * as Y from 'yjs';
import { setMeta } from './operations/board.ts';
import { addUnits } from './operations/units/units.ts';
import { fillBoard } from './file/from-file.ts';
import type { BoardFile } from './file/board-file.ts';
import { numberNewFactors } from './operations/factors/number.ts';
import { ok, type Result } from './result.ts';
import type { UnitWord } from './schema/meta.ts';

export type NewBoard = {
  readonly title: string;
  readonly question?: string;
  readonly sessionDate?: string;
  readonly unitWord?: UnitWord;
  readonly units?: readonly { readonly name: string; readonly short?: string; readonly id?: string }[];
};

/** A fresh board document with title, question and units; the coherence grid is its template. */
export function createBoard(input: NewBoard): Result<Y.Doc> {
  const doc = new Y.Doc();
  const { title, question = '', sessionDate = null, unitWord = 'unit', units = [] } = input;
  const meta = setMeta(doc, { title, question, sessionDate, unitWord });
  if (!meta.ok) return meta;
  const added = addUnits(doc, units);
  return added.ok ? ok(doc) : added;
}

/** A fresh board document with the content of a file, every factor numbered. */
export function boardFromFile(file: BoardFile): Y.Doc {
  const doc = new Y.Doc();
  fillBoard(doc, file);
  numberNewFactors(doc);
  return doc;
}
