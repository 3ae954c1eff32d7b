import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { rootOf, setKey } from '../doc.ts';
import { idField, nameField } from '../schema/fields.ts';
import { phaseSchema } from './phase.ts';

/** Origin of what the server writes by itself: never undone, never held by the guard. */
export const SERVER: unique symbol = Symbol('server');

const when = z.int().check(z.minimum(0));
const countByUnit = z.record(z.string(), z.int().check(z.minimum(0)));

/** A vote that is open, or has just closed: never a running total. */
const openRoundSchema = z.object({
  id: idField,
  question: z._default(z.string().check(z.maxLength(1000)), ''),
  method: z._default(z.enum(['dots', 'rating']), 'dots'),
  /** Dots each person has, and how many of them one item may get. */
  budget: z._default(z.int().check(z.minimum(1), z.maximum(100)), 5),
  perItem: z._default(z.int().check(z.minimum(1), z.maximum(100)), 2),
  items: z._default(z.array(idField).check(z.maxLength(2000)), []),
  openedAt: when,
  /** People who have cast something. */
  turnout: z._default(z.int().check(z.minimum(0)), 0),
});

/**
 * How the session stands. The server alone writes it, one plain value for each key. What is hidden appears here as
 * counts only.
 */
export const sessionSchema = z.object({
  agenda: z._default(z.array(phaseSchema).check(z.maxLength(100)), []),
  phase: z._default(
    z.nullable(z.object({ id: idField, startedAt: when, endsAt: z._default(z.nullable(when), null) })),
    null,
  ),
  /** Editing is paused for participants. */
  paused: z._default(z.boolean(), false),
  /** Drafts waiting for the reveal, people who wrote and people who are done, by unit id ("" for none). */
  writing: z._default(z.object({ drafts: countByUnit, people: countByUnit, done: countByUnit }), {
    drafts: {},
    people: {},
    done: {},
  }),
  round: z._default(z.nullable(openRoundSchema), null),
  /** Where the facilitator last asked everybody to come. */
  bring: z._default(z.nullable(z.object({ view: nameField, at: when })), null),
  /** When each write phase was revealed, by phase id: a draft of it that is still private came late. */
  revealed: z._default(z.record(idField, when), {}),
});

export type Session = Readonly<z.output<typeof sessionSchema>>;
export type OpenRound = NonNullable<Session['round']>;

const KEYS = Object.keys(sessionSchema.shape) as (keyof Session)[];

/** The session as it stands; a value that does not fit reads as its default. */
export function readSession(doc: Y.Doc): Session {
  const raw = rootOf(doc, 'session').toJSON() as Record<string, unknown>;
  const read = KEYS.map((key) => {
    const parsed = sessionSchema.shape[key].safeParse(raw[key]);
    return [key, parsed.success ? parsed.data : sessionSchema.shape[key].parse(undefined)] as const;
  });
  return Object.freeze(Object.fromEntries(read)) as Session;
}

/** Writes some keys of the session in one server transaction. Only the server calls this. */
export function writeSession(doc: Y.Doc, change: Partial<Session>): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(change)) setKey(rootOf(doc, 'session'), key, value);
  }, SERVER);
}

/** Whether participants' editing is paused; cheap enough to ask for every batch of edits. */
export function isPaused(doc: Y.Doc): boolean {
  return rootOf(doc, 'session').get('paused') === true;
}

/** The phase the room is in. */
export function currentPhase(session: Session): Session['agenda'][number] | null {
  return session.agenda.find((phase) => phase.id === session.phase?.id) ?? null;
}
