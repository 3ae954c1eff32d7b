import {
  addFactors,
  editText,
  link,
  moveFactors,
  placeOnMap,
  setFactorUnit,
  type Factor,
} from '@coherence/board';
import type { Chance } from '@coherence/board/testing';
import type { Material, Statement } from './material.ts';
import type { Member } from './member.ts';
import type { Pace } from './pace.ts';

export type Stage = {
  readonly material: Material;
  readonly luck: Chance;
  readonly pace: Pace;
  readonly signal: AbortSignal;
};

const CARD_WIDTH = 206;
/** One place of the map the band fills: wide enough to draw arrows between. */
const SLOT = { width: 310, height: 210, columns: 6 } as const;
/** Interfering factors above, integrative ones below. */
const LOWER_HALF_Y = 3 * SLOT.height;

/** Writes a statement into its cell, key by key, as somebody who thinks while typing. */
export async function write(
  member: Member,
  statement: Statement,
  { luck, pace, signal }: Stage,
): Promise<void> {
  const { row, column, text } = statement;
  const head = Math.min(text.length, 1 + luck.below(3));
  const added = addFactors(member.doc, { texts: [text.slice(0, head)], cell: { row, column } }, member.actor);
  const [id] = added.ok ? added.value : [];
  if (id === undefined) return;
  member.show({ view: 'grid', editing: id });
  for (let at = head; at < text.length;) {
    await pace.key();
    // Whoever is called away finishes the word list at once rather than leave half a sentence.
    const size = signal.aborted ? text.length - at : 1 + luck.below(3);
    const end = current(member, id)?.text.length ?? at;
    editText(member.doc, 'factors', id, { at: end, remove: 0, insert: text.slice(at, at + size) });
    at += size;
  }
  member.show({ editing: null });
}

/** Puts a factor that is not there yet on the map, near its kin, and drags it a little. */
export async function chart(member: Member, { luck, pace, signal, material }: Stage): Promise<void> {
  const { factors } = member.snapshot();
  const waiting = factors.filter(({ pos }) => pos === null);
  const linked = new Set(pairsOf(material).flatMap(({ from, to }) => [from.text, to.text]));
  const factor = luck.pick(waiting.filter(({ text }) => linked.has(text)));
  if (factor === undefined) return;
  const slot = luck.pick(
    freeSlots(factors, factor.cell?.[0] === 'integrative' ? LOWER_HALF_Y : 0).slice(0, 4),
  );
  if (slot === undefined) return;
  for (let step = 0; step <= 6; step += 1) {
    const pos: [number, number, number] = [slot.x, slot.y + (6 - step) * 6, CARD_WIDTH];
    placeOnMap(member.doc, [{ id: factor.id, pos }]);
    member.show({ view: 'map', cursor: { x: pos[0] + 40, y: pos[1] + 20 } });
    if (!signal.aborted) await pace.key();
  }
}

/** Links two factors of the map that belong together: a tension as "less", a shared theme as "more". */
export function connect(member: Member, { luck, material }: Stage): void {
  const onMap = member.snapshot().factors.filter(({ pos }) => pos !== null);
  const byText = new Map(onMap.map((factor) => [factor.text, factor.id]));
  const pairs = pairsOf(material).flatMap(({ from, to, polarity }) => {
    const [source, target] = [byText.get(from.text), byText.get(to.text)];
    return source === undefined || target === undefined ? [] : [{ from: source, to: target, polarity }];
  });
  const pair = luck.pick(pairs);
  if (pair === undefined) return;
  const delay = luck.next() < 0.2;
  link(member.doc, { ...pair, delay }, member.actor);
}

/** Small things people do while others talk: reorder a cell, say "we too", point at something. */
export function fidget(member: Member, { luck }: Stage): void {
  const { factors } = member.snapshot();
  const factor = luck.pick(factors);
  if (factor === undefined) return;
  const dice = luck.next();
  const [row, column] = factor.cell ?? [null, null];
  if (dice < 0.3 && row !== null && column !== null) {
    const neighbour = luck.pick(factors.filter(({ cell }) => cell?.[0] === row && cell[1] === column));
    moveFactors(member.doc, { ids: [factor.id], row, column, before: neighbour?.id ?? null });
  } else if (dice < 0.4 && Object.keys(factor.sources).length < 3) {
    if (member.actor.unit !== null) setFactorUnit(member.doc, factor.id, member.actor.unit, true);
  } else if (factor.pos !== null) {
    const [x, y] = factor.pos;
    member.show({ view: 'map', cursor: { x: x + luck.below(200), y: y + luck.below(80) } });
  }
}

function current(member: Member, id: string): Factor | undefined {
  return member.snapshot().factors.find((factor) => factor.id === id);
}

function freeSlots(factors: readonly Factor[], top: number): { x: number; y: number }[] {
  const slots = Array.from({ length: 3 * SLOT.columns }, (_, index) => ({
    x: (index % SLOT.columns) * SLOT.width + (Math.floor(index / SLOT.columns) % 2) * 70,
    y: top + Math.floor(index / SLOT.columns) * SLOT.height,
  }));
  return slots.filter(
    ({ x, y }) =>
      !factors.some(
        ({ pos }) =>
          pos !== null && Math.abs(pos[0] - x) < SLOT.width / 2 && Math.abs(pos[1] - y) < SLOT.height / 2,
      ),
  );
}

type Pair = { readonly from: Statement; readonly to: Statement; readonly polarity: '+' | '-' };

/**
 * What leads to what: of each tension the integrative statement to less of the interfering one, and of each theme
 * every interfering statement to more of the next.
 */
function pairsOf({ factors, tensions }: Material): readonly Pair[] {
  const byId = new Map(factors.map((statement) => [statement.id, statement]));
  const pairs: Pair[] = [];
  for (const tension of tensions) {
    const [from, to] = [byId.get(tension.integrative), byId.get(tension.interfering)];
    if (from !== undefined && to !== undefined) pairs.push({ from, to, polarity: '-' });
  }
  const last = new Map<string, Statement>();
  for (const statement of factors) {
    if (statement.row !== 'interfering' || statement.theme === undefined) continue;
    const from = last.get(statement.theme);
    if (from !== undefined) pairs.push({ from, to: statement, polarity: '+' });
    last.set(statement.theme, statement);
  }
  return pairs;
}
