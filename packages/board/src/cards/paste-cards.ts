import type * as Y from 'yjs';
import { createRecords } from '../doc.ts';
import { newId } from '../ids.ts';
import type { Actor } from '../operations/actor.ts';
import { addInfluence } from '../operations/map/influence.ts';
import { addStrategy } from '../operations/strategy.ts';
import { ranksFor } from '../order.ts';
import { saysSame, unitsInOrder } from '../projections/record-facts.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Pos } from '../schema/fields.ts';
import type { Column, Row } from '../schema/coherence-grid.ts';
import { NODE_KIND, type FactorKind, type NodeKind } from '../schema/node-kind.ts';
import { readSnapshot } from '../snapshot.ts';
import { cellRanks } from '../writing/ranks.ts';
import type { CopiedCards, CopiedVoice } from './copied-cards.ts';

/** Where cards go: at the end of a cell, among what is not placed yet (`cell` null), or on the map, a place for each. */
export type PastePlace =
  | { readonly cell: { readonly row: Row; readonly column: Column } | null }
  | { readonly pos: readonly Pos[] };

export type Pasted = {
  readonly ids: readonly string[];
  readonly links: number;
  /** Names of units and people who said some of it, and whom this board does not name for it. */
  readonly unnamed: readonly string[];
};

type Said = { readonly unit: string | null; readonly name?: string };

/**
 * Adds copied cards as new ones, with the links among them and who said them as far as this board has the unit.
 * `namesOthers`: whether the actor may say what others said, as facilitators may (GUARD12); without it only what the
 * actor's own unit said keeps its unit.
 */
export function pasteCards(
  doc: Y.Doc,
  { cards, links }: CopiedCards,
  place: PastePlace,
  actor: Actor,
  namesOthers: boolean,
): Result<Pasted> {
  if ('pos' in place && place.pos.length !== cards.length) return fail('positions-unequal');
  const units = unitsInOrder(readSnapshot(doc));
  const unnamed = new Set<string>();

  function unitHere(name: string | null): string | null {
    const unit = name === null ? null : (units.find((known) => saysSame(known.name, name))?.id ?? null);
    const isKept = unit !== null && (namesOthers || unit === actor.unit);
    if (name !== null && !isKept) unnamed.add(name);
    return isKept ? unit : null;
  }

  function saidBy(voice: CopiedVoice): Said[] {
    const unit = unitHere(voice.unit);
    if (voice.name !== null && !namesOthers) unnamed.add(voice.name);
    const name = voice.name !== null && namesOthers ? { name: voice.name } : {};
    return unit === null && !('name' in name) ? [] : [{ unit, ...name }];
  }

  const ids: string[] = [];
  for (const [at, card] of cards.entries()) {
    const pos = 'pos' in place ? (place.pos[at] ?? null) : null;
    const id = newId();
    const isStrategy = pos !== null && NODE_KIND[card.kind].root === 'strategies';
    const added = isStrategy ? addStrategy(doc, { text: card.text, pos: [...pos] }) : ok(id);
    if (!added.ok) return added;
    ids.push(added.value);
    if (isStrategy) continue;
    const said = card.voices.flatMap(saidBy);
    createRecords(doc, [
      {
        root: 'factors',
        id,
        text: card.text,
        sources: new Map(said.map((one) => [one.unit ?? newId(), one])),
        fields: { ...traitsAt(doc, card.kind, place), pos },
      },
    ]);
  }

  const linked = new Set<string>();
  for (const { from, to, unit, ...said } of links) {
    const [start, end] = [ids[from], ids[to]];
    if (start === undefined || end === undefined || from === to) continue;
    const source = unitHere(unit);
    const added = addInfluence(
      doc,
      { ...said, from: start, to: end, source: source === null ? null : { kind: 'unit', id: source } },
      { unit: null },
    );
    if (added.ok) linked.add(added.value);
  }
  return ok({ ids, links: linked.size, unnamed: [...unnamed] });
}

/** In the grid the cell says which row a factor is of; on the map its kind does. */
function traitsAt(doc: Y.Doc, kind: NodeKind, place: PastePlace): { kind: FactorKind; cell: unknown } {
  if ('cell' in place) {
    const { cell } = place;
    return { kind: 'factor', cell: cell === null ? null : endOf(doc, cell.row, cell.column) };
  }
  const made = NODE_KIND[kind];
  if (made.root === 'strategies') return { kind: 'factor', cell: null };
  return { kind: made.factor, cell: 'row' in made && made.row !== null ? endOf(doc, made.row, null) : null };
}

function endOf(doc: Y.Doc, row: Row, column: Column | null): unknown {
  const [rank] = ranksFor(cellRanks(doc, row, column), null, 1);
  return [row, column, rank];
}
