import * as Y from 'yjs';
import { guardUpdate, mergeIntoBoard, type BoardFile } from '@coherence/board';
import { ATTACKS } from '@coherence/board/testing';
import { encodeUpdateFrame, splitUpdate } from '@coherence/protocol';
import { Client } from '../clients/client.ts';
import { largeFile } from '../clients/large-file.ts';
import { until } from '../clients/pace.ts';
import { openWatchedPage } from '../clients/watched-page.ts';
import { percentile } from '../figures/percentiles.ts';
import type { Target } from '../targets/target.ts';
import type { Room } from '../wire/dialect.ts';
import { attackedBy } from './hostile-work.ts';
import type { Conditions, Figures, Scenario } from './scenario.ts';

const SLOWDOWN = 4;
/**
 * The grid gets a file of 1.5 MB as JSON and 1.6 MB as updates, the map as many cards as any person could still read
 * there.
 */
const FACTORS = { grid: 3_000, map: 500 } as const;
const QUICK_FACTORS = 300;
const TAKEN_LIMIT_MS = 120_000;
const VIEWS = ['grid', 'map'] as const;
/** Of the attacks that the guard takes up to its limit of steps, the one that takes Yjs the longest. */
const MARKS = 1;
/** More of them than the limit lets through. */
const MARKS_TRIED = 2_000;

/** How long a page on a slow device cannot answer while others' changes arrive: a large import, and hostile work. */
export const receivingPage: Scenario = {
  name: 'receiving-page',
  title: `A receiving page at ${SLOWDOWN}x CPU throttle: tasks over 50 ms while 3,000 cards (on the map 500) arrive, and hostile work`,
  needsStore: true,
  rows: [
    ...VIEWS.flatMap((view) => [
      { key: `${view}-longest`, label: `${view}, import: longest task ms`, compare: false },
      { key: `${view}-p95`, label: `${view}, import: p95 of the tasks over 50 ms, ms`, compare: false },
      { key: `${view}-hostile`, label: `${view}, hostile update: longest task ms`, compare: false },
    ]),
    { key: 'pieces', label: 'pieces of the import', compare: false },
  ],
  measure,
};

async function measure(target: Target, { quick, start }: Conditions): Promise<Figures> {
  const server = await target.start(start);
  const figures: Record<string, number | null> = {};
  try {
    for (const view of VIEWS) {
      const file = largeFile(quick ? QUICK_FACTORS : FACTORS[view]);
      const imported = await tasksDuring(await server.room(`import-${view}`), {
        view,
        cards: file.factors.length,
        updatesOn: (doc) => importOf(doc, file),
      });
      const hostile = await tasksDuring(await server.room(`hostile-${view}`), {
        view,
        cards: 0,
        updatesOn: marksAtTheLimit,
      });
      if (imported === null || hostile === null) return {};
      figures[`${view}-longest`] = percentile(imported.tasks, 1) ?? 0;
      figures[`${view}-p95`] = percentile(imported.tasks, 0.95) ?? 0;
      figures[`${view}-hostile`] = percentile(hostile.tasks, 1) ?? 0;
      figures['pieces'] = imported.updates;
    }
    return figures;
  } finally {
    await server.dispose();
  }
}

interface Work {
  readonly view: (typeof VIEWS)[number];
  /** Cards the view has when all has arrived. */
  readonly cards: number;
  readonly updatesOn: (doc: Y.Doc) => readonly Uint8Array[];
}

/** The long tasks, in ms, of a slow page while another client sends updates. Null on a server without pages. */
async function tasksDuring(
  room: Room,
  { view, cards, updatesOn }: Work,
): Promise<{ readonly tasks: readonly number[]; readonly updates: number } | null> {
  if (room.pages === undefined) return null;
  const doc = new Y.Doc();
  const client = new Client(room, { reading: 'at-once', doc, follows: true });
  const watched = await openWatchedPage(room.pages, view, SLOWDOWN);
  try {
    await client.joined;
    const updates = updatesOn(doc);
    await allSaved(client);
    await watched.settled(0);
    for (const update of updates) client.count(encodeUpdateFrame(update));
    await allSaved(client);
    return { tasks: await watched.settled(cards), updates: updates.length };
  } finally {
    client.destroy();
    await watched.close();
  }
}

async function allSaved(client: Client): Promise<void> {
  const areSaved = await until(() => client.closed || client.saved >= client.sent, TAKEN_LIMIT_MS);
  if (!areSaved || client.closed)
    throw new Error(`only ${client.saved} of ${client.sent} updates were taken`);
}

/** What a client sends that merges the file into the board. */
function importOf(doc: Y.Doc, file: BoardFile): readonly Uint8Array[] {
  const author = copyOf(doc);
  const updates: Uint8Array[] = [];
  author.on('update', (update: Uint8Array) => updates.push(...splitUpdate(update)));
  mergeIntoBoard(author, file, 0);
  return updates;
}

/** An attack that the guard takes with its last steps. Adds what is attacked to `doc`. */
function marksAtTheLimit(doc: Y.Doc): readonly Uint8Array[] {
  const attacked = attackedBy(doc);
  let taken: readonly Uint8Array[] = [];
  for (let [low, high] = [1, MARKS_TRIED]; high - low > 1;) {
    const size = Math.floor((low + high) / 2);
    const updates = (ATTACKS[MARKS]?.updates ?? []).map((make) => make(attacked, size));
    const copy = copyOf(doc);
    const areTaken = updates.every((update) => isTaken(update, copy));
    if (areTaken) taken = updates;
    [low, high] = areTaken ? [size, high] : [low, size];
  }
  return taken;
}

/** Whether the guard takes the update of a participant; if so, it is applied. */
function isTaken(update: Uint8Array, doc: Y.Doc): boolean {
  const policy = { role: 'participant', locked: false, step: 'update' } as const;
  const { ok } = guardUpdate(Y.decodeUpdate(update), doc, policy);
  if (ok) Y.applyUpdate(doc, update);
  return ok;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
