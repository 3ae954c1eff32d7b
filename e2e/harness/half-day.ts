import type { Role } from '@coherence/protocol';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { runParticipant, type Pretend } from '@coherence/band';
import { joinBand } from '../band/band.ts';
import { nameOf, readMaterial, type Sample } from '../band/material.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { WallPage } from '../pages/wall-page.ts';
import { createBoard, type CreatedBoard } from './api.ts';
import { recordFrames, type Recording } from './frames.ts';
import { joinAs, type Person } from './people.ts';

const DESK = { viewport: { width: 1600, height: 900 } };
const WALL = { viewport: { width: 1024, height: 768 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const SMALL_PHONE = { ...PHONE, viewport: { width: 320, height: 640 } };
const BOTS = 10;
const NOTES_EACH = 3;
/** What the first of them propose. */
const PROPOSALS = [
  'One consolidated improvement plan and reporting calendar',
  'Protected daily team time with cover teachers',
  'A stop-doing list every semester',
];

/** `STORY=<folder>` keeps a picture of each moment, as docs/story.md shows them. */
const STORY = process.env['STORY'];

export async function picture(page: Page, name: string): Promise<void> {
  if (STORY === undefined) return;
  mkdirSync(STORY, { recursive: true });
  await page.screenshot({ path: join(STORY, `${name}.png`) });
}

/** Twelve leaders and a projector in one room: who leads, two phones, and pretend participants for the rest. */
export interface HalfDay {
  readonly created: CreatedBoard;
  readonly material: Sample;
  readonly lead: ConsolePart;
  readonly dana: Person;
  readonly lee: Person;
  /** On the smallest phone there is. */
  readonly noor: Person;
  readonly wall: { readonly page: Page; readonly recording: Recording };
  readonly bots: readonly Pretend[];
  /** What each of the bots has to say. */
  readonly thoughtsOf: (at: number) => Sample['thoughts'];
  /** One more person. */
  readonly enter: (
    name: string,
    role: Role,
    unit: number,
    options?: BrowserContextOptions,
  ) => Promise<Person>;
  /** The bots do from now on what each phase asks for. */
  readonly follow: () => void;
  readonly end: () => void;
}

export async function openHalfDay(
  url: string,
  browserOf: (who: string, options?: BrowserContextOptions) => Promise<Page>,
): Promise<HalfDay> {
  const material = readMaterial();
  const { title, question, units } = material;
  const created = await createBoard(url, { title, question, units, template: 'half-day' });
  const unitOf = (at: number): string => units[at % units.length]?.name ?? '';
  const enter: HalfDay['enter'] = async (name, role, unit, options = PHONE) =>
    joinAs(await browserOf(name, options), url, created, { name, unit: unitOf(unit), role });

  const dana = await enter('Dana', 'facilitator', 0, DESK);
  const lee = await enter('Lee', 'participant', 1);
  const noor = await enter('Noor', 'participant', 2, SMALL_PHONE);
  const wallPage = await browserOf('Projector', WALL);
  const wall = { page: wallPage, recording: recordFrames(wallPage.context(), 'display') };
  await new WallPage(wallPage).open(url, created);
  const bots: Pretend[] = [];
  for (let at = 0; at < BOTS; at += 1) {
    bots.push(await joinBand({ url, code: created.code }, nameOf(at + 1), at));
  }
  const thoughtsOf: HalfDay['thoughtsOf'] = (at) =>
    material.thoughts.filter((_, index) => index % BOTS === at).slice(0, NOTES_EACH);
  const leaving = new AbortController();
  return {
    created,
    material,
    lead: new ConsolePart(dana.page),
    dana,
    lee,
    noor,
    wall,
    bots,
    thoughtsOf,
    enter,
    follow: () => {
      const { signal } = leaving;
      for (const [at, bot] of bots.entries()) {
        const proposal = PROPOSALS[at];
        const mind = { material, seed: 100 + at, says: thoughtsOf(at) };
        void runParticipant(bot, {
          ...mind,
          ...(proposal === undefined ? {} : { proposal }),
          speed: Infinity,
          signal,
        });
      }
    },
    end: () => {
      leaving.abort();
      for (const bot of bots) bot.leave();
    },
  };
}
