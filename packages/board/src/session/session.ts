import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { rootOf, setKey } from '../doc.ts';
import { columnField, idField, nameField, orNull } from '../schema/fields.ts';
import { COLUMNS } from '../schema/coherence-grid.ts';
import { phaseFacts, type Work } from '../schema/phase-kind.ts';
import { phaseSchema } from '../schema/phase.ts';
import { openRoundSchema } from '../schema/round.ts';
import { aimOfWords, aimSchema } from './aim.ts';

/** Origin of what the server writes by itself: never undone, never held by the guard. */
export const SERVER: unique symbol = Symbol('server');

const when = z.int().check(z.minimum(0));
/** What fits neither as an object nor as the words of older servers is the whole view. */
const aimOrNull = z.pipe(
  z.transform((value: unknown) => {
    const aim = aimSchema.safeParse(typeof value === 'string' ? aimOfWords(value) : value);
    return aim.success ? aim.data : null;
  }),
  z.nullable(aimSchema),
);
const howMany = z.int().check(z.minimum(0));
const countByUnit = z.record(z.string(), howMany);

const STILL = { n: 0, by: null, type: null };
const moveCount = z._default(z.object({ n: howMany, by: orNull(idField), type: orNull(nameField) }), STILL);

/** More moves than a session has; the oldest are forgotten. */
export const WENT_MAX = 500;

/**
 * People who work together in a phase, and what was dealt to them. Ids of participants and of records; `id` and `name`
 * of the room or team itself, which deals of older versions do not have; `columns`: those of the grid that are its own.
 */
const teamSchema = z.object({
  id: z.optional(idField),
  name: z.optional(nameField),
  columns: z.optional(z.array(columnField).check(z.maxLength(COLUMNS.length))),
  people: z.array(idField).check(z.maxLength(500)),
  items: z.array(idField).check(z.maxLength(2000)),
});

/** `phase`: what belongs to the phase that is on. `hold`: a quiet page while the facilitator works elsewhere. */
export const PROJECTED = ['phase', 'join', 'hold', 'grid', 'map', 'result', 'outline'] as const;
export type Projected = (typeof PROJECTED)[number];

/**
 * How the session stands. The server alone writes it, one plain value for each key. What is hidden appears here as
 * counts only.
 */
export const sessionSchema = z.object({
  agenda: z._default(z.array(phaseSchema).check(z.maxLength(100)), []),
  /** How often the agenda was set, and by which participant the last time. */
  agendaRevision: z._default(z.object({ n: howMany, by: orNull(idField) }), { n: 0, by: null }),
  phase: z._default(
    z.nullable(z.object({ id: idField, startedAt: when, endsAt: z._default(z.nullable(when), null) })),
    null,
  ),
  /** When which phase was gone to, oldest first; `phase` null: back to free working. */
  went: z._default(z.array(z.object({ phase: orNull(idField), at: when })).check(z.maxLength(WENT_MAX)), []),
  /** How often facilitators moved the room, the note that is read and the clock; who did last, by which command. */
  moves: z._default(z.object({ room: moveCount, walk: moveCount, clock: moveCount }), () => ({
    room: STILL,
    walk: STILL,
    clock: STILL,
  })),
  /** How full the board is, in percent, from 80 on; at 100 it takes no more. 0: no person needs to know. */
  full: z._default(z.int().check(z.minimum(0), z.maximum(100)), 0),
  /** Editing is paused for participants. */
  paused: z._default(z.boolean(), false),
  /** While paused: participants who may edit all the same. */
  mayEdit: z._default(z.array(idField).check(z.maxLength(500)), []),
  /** Who takes part, by unit id ("" for none): participants, and facilitators who have a unit. */
  attending: z._default(countByUnit, {}),
  /** How many of them are facilitators. */
  leading: z._default(howMany, 0),
  /** Who is expected, for the attendance. */
  expected: z._default(
    z.array(z.object({ name: nameField, unit: z._default(nameField, '') })).check(z.maxLength(500)),
    [],
  ),
  /** How many of those attending have no device of their own. */
  withoutDevice: z._default(howMany, 0),
  /**
   * Drafts that a reveal would show now, people who wrote them and people who are done, by unit id ("" for none, and for
   * everybody where no unit is promised). `few`: others wait that no reveal shows, because fewer than three people wrote
   * them without a name; how many is not said.
   */
  writing: z._default(
    z.object({
      drafts: countByUnit,
      people: countByUnit,
      done: countByUnit,
      few: z.optional(z.boolean()),
    }),
    { drafts: {}, people: {}, done: {} },
  ),
  /** Those who wrote in a phase are asked, each alone, whether their notes may be shown although they are so few. */
  asked: z._default(z.nullable(z.object({ phase: idField, at: when })), null),
  round: z._default(z.nullable(openRoundSchema), null),
  /** Where the facilitator last brought all participants: a view, and the place in it. */
  bring: z._default(z.nullable(z.object({ view: nameField, target: aimOrNull, at: when })), null),
  /** The factor that is being read aloud. */
  walk: z._default(z.nullable(z.object({ factor: idField })), null),
  /** What the projector shows, where it does not simply follow the phase. */
  show: z._default(z.object({ what: z.enum(PROJECTED), target: aimOrNull }), {
    what: 'phase',
    target: null,
  }),
  /** Who works on what in the phase `phase`; `turn`: the person in each team whose turn it is, by team index. */
  deal: z._default(
    z.nullable(
      z.object({
        phase: idField,
        teams: z.array(teamSchema).check(z.maxLength(200)),
        turn: z._default(z.array(howMany).check(z.maxLength(200)), []),
      }),
    ),
    null,
  ),
  /** When each write phase was revealed, by phase id: a draft of it that is still private came late. */
  revealed: z._default(z.record(idField, when), {}),
});

export type Session = Readonly<z.output<typeof sessionSchema>>;
export type SessionDeal = NonNullable<Session['deal']>;

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

/** Calls `listener` after each change of the session, within its transaction. Answers how to stop. */
export function watchSession(doc: Y.Doc, listener: () => void): () => void {
  const session = rootOf(doc, 'session');
  session.observe(listener);
  return () => session.unobserve(listener);
}

/** Writes some keys of the session in one server transaction. Only the server calls this. */
export function writeSession(doc: Y.Doc, change: Partial<Session>): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(change)) setKey(rootOf(doc, 'session'), key, value);
  }, SERVER);
}

/** Stands in the bytes of every document whose editing was ever paused: Yjs keeps the name of a key it has had. */
export const PAUSE_MARK = 'paused';

/**
 * Who may edit while participants' editing is paused, by participant id; null while it is not. Cheap enough to ask for
 * every batch of edits.
 */
export function pauseOf(doc: Y.Doc): readonly string[] | null {
  const session = rootOf(doc, 'session');
  if (session.get(PAUSE_MARK) !== true) return null;
  const mayEdit = session.get('mayEdit');
  return Array.isArray(mayEdit) ? (mayEdit as string[]) : [];
}

/** `moves` of the session alone: cheap enough to read after each change of it. */
export function readMoves(doc: Y.Doc): Session['moves'] {
  const field = sessionSchema.shape.moves;
  const read = field.safeParse(rootOf(doc, 'session').get('moves'));
  return read.success ? read.data : field.parse(undefined);
}

/** Other values than before exactly when agenda, phase or reveals are: cheap enough to compare for every batch of edits. */
export function agendaMarks(doc: Y.Doc): readonly unknown[] {
  return ['agenda', 'phase', 'revealed'].map((key) => rootOf(doc, 'session').get(key));
}

/** The phase the room is in. */
export function currentPhase(session: Session): Session['agenda'][number] | null {
  return session.agenda.find((phase) => phase.id === session.phase?.id) ?? null;
}

/** What people do in the phase that is on; null outside phases. */
export function workNow(session: Session): Work | null {
  const phase = currentPhase(session);
  return phase === null ? null : phaseFacts(phase.kind).work;
}
