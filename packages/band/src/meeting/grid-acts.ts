import { addFactors, editText, moveFactors, readSnapshot, setFactorUnit } from '@coherence/board';
import type { Thought } from '../material.ts';
import type { Stage } from './stage.ts';

const KEYS_AT_ONCE = 3;
const CHANCE_OF_MOVE = 0.3;
const CHANCE_OF_WE_TOO = 0.1;
const UNITS_MAX = 3;

/**
 * Writes a thought into its cell, key by key, as a person who thinks while typing; to its end, also after the signal.
 */
export async function write({ pretend, random, pace }: Stage, thought: Thought): Promise<void> {
  const { row, column, wordings } = thought;
  const [text] = wordings;
  const keys = (): number => 1 + random.below(KEYS_AT_ONCE);
  const head = Math.min(text.length, keys());
  const begun = { texts: [text.slice(0, head)], cell: { row, column } };
  const added = addFactors(pretend.doc, begun, pretend.actor);
  const [id] = added.ok ? added.value : [];
  if (id === undefined) return;
  pretend.show({ view: 'grid', editing: id });
  for (let at = head; at < text.length;) {
    await pace.key();
    const size = keys();
    const end = readSnapshot(pretend.doc).factors.find((factor) => factor.id === id)?.text.length ?? at;
    editText(pretend.doc, 'factors', id, { at: end, remove: 0, insert: text.slice(at, at + size) });
    at += size;
  }
  pretend.show({ editing: null });
}

/** Small things people do while others talk: reorder a cell, say "we too", point at something. */
export function fidget({ pretend, random }: Stage): void {
  const factors = readSnapshot(pretend.doc).factors;
  const factor = random.pick(factors);
  if (factor === undefined) return;
  const dice = random.next();
  const [row, column] = factor.cell ?? [null, null];
  if (dice < CHANCE_OF_MOVE && row !== null && column !== null) {
    const neighbour = random.pick(factors.filter(({ cell }) => cell?.[0] === row && cell[1] === column));
    moveFactors(pretend.doc, { ids: [factor.id], row, column, before: neighbour?.id ?? null });
  } else if (dice < CHANCE_OF_MOVE + CHANCE_OF_WE_TOO && Object.keys(factor.sources).length < UNITS_MAX) {
    const { unit } = pretend.actor;
    if (unit !== null) setFactorUnit(pretend.doc, factor.id, unit, true);
  } else if (factor.pos !== null) {
    const [x, y] = factor.pos;
    pretend.show({ view: 'map', cursor: { x: x + random.below(200), y: y + random.below(80) } });
  }
}
