import { parentPort, workerData } from 'node:worker_threads';
import { joinAsPretend, runParticipant, waitUnlessAborted } from '@coherence/band';
import { WebSocket } from 'ws';
import { pretendName, REHEARSED } from './thoughts.ts';

/** What the server thread asks for. */
export interface BandJob {
  readonly url: string;
  readonly code: string;
  readonly people: number;
  readonly seed: number;
  readonly speed: number;
}

/** What it hears: a person has joined, or (`gone`) a person could not go on. */
export type BandNews = { readonly joined: string } | { readonly gone: string };

/** They do not all come through the door at once. */
const BETWEEN_JOINS_MS = 250;
/** Seeds of two people, far enough apart that they decide differently. */
const SEED_STEP = 7919;

const port = parentPort;
if (port === null) throw new Error('the rehearsal worker runs as a worker thread only');

const { url, code, people, seed, speed } = workerData as BandJob;
const leaving = new AbortController();
port.on('message', () => leaving.abort());

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
const tell = (news: BandNews) => port.postMessage(news);

async function play(place: number): Promise<void> {
  await waitUnlessAborted((place * BETWEEN_JOINS_MS) / speed, leaving.signal);
  if (leaving.signal.aborted) return;
  try {
    const door = { url, code, socket: WebSocket as never };
    const pretend = await joinAsPretend(door, pretendName(place), place);
    tell({ joined: pretend.id });
    try {
      const own = seed + place * SEED_STEP;
      await runParticipant(pretend, { material: REHEARSED, seed: own, speed, signal: leaving.signal });
    } finally {
      pretend.leave();
    }
  } catch (error) {
    tell({ gone: error instanceof Error ? error.message : String(error) });
  }
}

await Promise.all(Array.from({ length: people }, (_, place) => play(place)));
port.close();
