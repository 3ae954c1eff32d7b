import type * as Y from 'yjs';
import { createRecords } from '../../doc.ts';
import { newId } from '../../ids.ts';
import { saysSame, unitsOf } from '../../projections/record-facts.ts';
import type { Factor } from '../../schema/factor.ts';
import { readSnapshot, type BoardSnapshot } from '../../snapshot.ts';
import { ranksFor } from '../../order.ts';
import { cellRanks } from '../../writing/ranks.ts';

/** The factor that says the name of the group it is in: the group as something that can be linked; null for none. */
export function factorOfGroup(snapshot: BoardSnapshot, group: string): string | null {
  const name = snapshot.groups.find(({ id }) => id === group)?.text;
  if (name === undefined) return null;
  return snapshot.factors.find((one) => one.group === group && saysSame(one.text, name))?.id ?? null;
}

/**
 * Gives each group a factor that says its name, so that a group can be linked: in the group, named by the units of its
 * members, in the row and column all of them share. A group that has one keeps it. Gives back one id for each group
 * that is on the board, in the given order.
 */
export function addGroupFactors(doc: Y.Doc, groups: readonly string[]): readonly string[] {
  const snapshot = readSnapshot(doc);
  const wanted = snapshot.groups
    .filter(({ id }) => groups.includes(id))
    .toSorted((a, b) => groups.indexOf(a.id) - groups.indexOf(b.id))
    .map(({ id, text }) => ({ group: id, text, known: factorOfGroup(snapshot, id), fresh: newId() }));
  const records = wanted
    .filter(({ known }) => known === null)
    .map(({ group, text, fresh }) => {
      const members = snapshot.factors.filter((one) => one.group === group);
      const units = new Set(members.flatMap((one) => unitsOf(snapshot, one)));
      return {
        root: 'factors' as const,
        id: fresh,
        text,
        sources: new Map([...units].map((unit) => [unit, { unit }])),
        fields: { kind: 'factor', cell: sharedCell(doc, members), group },
      };
    });
  if (records.length > 0) createRecords(doc, records);
  return wanted.map(({ known, fresh }) => known ?? fresh);
}

/** The row all are in, and the column if they share that too; at its end. */
function sharedCell(doc: Y.Doc, members: readonly Factor[]): readonly unknown[] | null {
  const [first] = members;
  const [row, column] = first?.cell ?? [null, null];
  if (row === null || members.some(({ cell }) => cell?.[0] !== row)) return null;
  const shared = members.every(({ cell }) => cell?.[1] === column) ? column : null;
  return [row, shared, ranksFor(cellRanks(doc, row, shared), null, 1)[0]];
}
