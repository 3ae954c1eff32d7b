import {
  addFactors,
  addStrategy,
  ok,
  type Actor,
  type NodeKind,
  type Pos,
  type Result,
} from '@coherence/board';
import type { LiveBoard } from '../../../live/open-board.ts';

type Doc = LiveBoard['doc'];

/** Adds a record of this kind with these words and a place on the map. Gives back its id. */
export function addNode(doc: Doc, actor: Actor, kind: NodeKind, text: string, pos: Pos): Result<string> {
  if (kind === 'strategy') return addStrategy(doc, { text, pos });
  const row = kind === 'interfering' || kind === 'integrative' ? kind : null;
  const added = addFactors(
    doc,
    {
      texts: [text],
      kind: kind === 'outcome' ? 'outcome' : 'factor',
      cell: row === null ? null : { row, column: null },
      pos: [[...pos]],
    },
    actor,
  );
  return added.ok ? ok(added.value[0] ?? '') : added;
}

/** The kind a card linked from this one starts as: a step before an outcome or after a strategy is a plain issue. */
export function kindAfter(kind: NodeKind): NodeKind {
  return kind === 'interfering' || kind === 'integrative' ? kind : 'issue';
}
