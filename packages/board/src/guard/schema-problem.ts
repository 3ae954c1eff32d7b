import type * as Y from 'yjs';
import { type Ancestors, type Struct } from './ancestry.ts';
import { Declared } from './declared.ts';
import { ListGrowth } from './list-growth.ts';
import { TextGrowth, type Writer } from './text-growth.ts';

type Change = {
  readonly fresh: readonly Struct[];
  readonly gone: readonly Y.Item[];
  readonly deleteSet: ReturnType<typeof Y.decodeUpdate>['ds'];
};

/**
 * `unknown`: something no schema declares. `words`: words taken off the board for good. `too-long`: a text grows beyond its
 * limit. `too-many`: more records of a list than a board can have.
 */
export const SCHEMA_PROBLEMS = ['unknown', 'words', 'too-long', 'too-many'] as const;
export type SchemaProblem = (typeof SCHEMA_PROBLEMS)[number];

/**
 * What an update would bring into the document that no schema declares, or how it would take words: rules KNOWN1 to
 * KNOWN4, LONG2, LONG3 and BOUND1 in SPEC.md. Null: nothing.
 */
export function schemaProblem(
  doc: Y.Doc,
  { fresh, gone, deleteSet }: Change,
  ancestors: Ancestors,
  writer: Writer,
): SchemaProblem | null {
  const declared = new Declared(doc, writer.mayAddFiles);
  const texts = new TextGrowth(doc, { fresh, deleteSet }, writer);
  const lists = new ListGrowth(doc);
  for (const struct of fresh) {
    const place = ancestors.of(struct);
    if (place.kind !== 'root') continue;
    const problem = declared.problem(struct, place);
    if (problem !== null) return problem;
    texts.inserts(struct, place);
    lists.inserts(struct, place);
  }
  for (const item of gone) {
    const place = ancestors.of(item);
    if (place.kind !== 'root') continue;
    const problem = declared.goneProblem(place);
    if (problem !== null) return problem;
    texts.deletes(item, place);
    lists.deletes(place);
  }
  if (lists.isTooMuch) return 'too-many';
  return declared.finish() ?? (texts.isTooMuch ? 'too-long' : null);
}
