import { addInfluence, placeOnMap, readSnapshot } from '@coherence/board';
import type { Factor } from '@coherence/board';
import type { Stage } from './stage.ts';

/** A map a group would still read aloud. */
const MAP_FULL = 22;
const CARD_WIDTH = 206;
/** One place of the map the band fills: wide enough to draw arrows between. */
const SLOT = { width: 310, height: 210, columns: 6, rows: 3 } as const;
/** Interfering factors above, integrative ones below. */
const LOWER_HALF_Y = SLOT.rows * SLOT.height;
/** Every other row stands a little to the right. */
const INDENT = 70;
const NEAREST = 4;
const DRAG = { steps: 6, by: 6 } as const;
const CHANCE_OF_DELAY = 0.2;

/** Whether a map may still get a card. */
export function hasRoom({ pretend }: Pick<Stage, 'pretend'>): boolean {
  return readSnapshot(pretend.doc).factors.filter(({ pos }) => pos !== null).length < MAP_FULL;
}

/** Puts a factor that is not there yet on the map, near its kin, and drags it a little. */
export async function chart({ pretend, random, pace, signal, material }: Stage): Promise<void> {
  const { factors } = readSnapshot(pretend.doc);
  const waiting = factors.filter(({ pos }) => pos === null);
  const linked = new Set((material.pairs ?? []).flatMap(({ from, to }) => [from, to]));
  const factor = random.pick(waiting.filter(({ text }) => linked.has(text)));
  if (factor === undefined) return;
  const top = factor.cell?.[0] === 'integrative' ? LOWER_HALF_Y : 0;
  const slot = random.pick(freeSlots(factors, top).slice(0, NEAREST));
  if (slot === undefined) return;
  for (let step = 0; step <= DRAG.steps; step += 1) {
    const pos: [number, number, number] = [slot.x, slot.y + (DRAG.steps - step) * DRAG.by, CARD_WIDTH];
    placeOnMap(pretend.doc, [{ id: factor.id, pos }]);
    pretend.show({ view: 'map', cursor: { x: pos[0] + 40, y: pos[1] + 20 } });
    if (!signal.aborted) await pace.key();
  }
}

/** Links two factors of the map that belong together. */
export function connect({ pretend, random, material }: Stage): void {
  const onMap = readSnapshot(pretend.doc).factors.filter(({ pos }) => pos !== null);
  const byText = new Map(onMap.map((factor) => [factor.text, factor.id]));
  const pairs = (material.pairs ?? []).flatMap(({ from, to, polarity }) => {
    const [source, target] = [byText.get(from), byText.get(to)];
    return source === undefined || target === undefined ? [] : [{ from: source, to: target, polarity }];
  });
  const pair = random.pick(pairs);
  if (pair === undefined) return;
  const delay = random.next() < CHANCE_OF_DELAY;
  addInfluence(pretend.doc, { ...pair, delay }, pretend.actor);
}

function freeSlots(factors: readonly Factor[], top: number): readonly { x: number; y: number }[] {
  const slots = Array.from({ length: SLOT.rows * SLOT.columns }, (_, index) => {
    const row = Math.floor(index / SLOT.columns);
    const x = (index % SLOT.columns) * SLOT.width + (row % 2) * INDENT;
    return { x, y: top + row * SLOT.height };
  });
  const isTaken = ({ x, y }: { x: number; y: number }) =>
    factors.some(
      ({ pos }) =>
        pos !== null && Math.abs(pos[0] - x) < SLOT.width / 2 && Math.abs(pos[1] - y) < SLOT.height / 2,
    );
  return slots.filter((slot) => !isTaken(slot));
}
