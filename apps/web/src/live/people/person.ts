import { aimSchema, type Aim } from '@coherence/board';
import { type Role, ROLES } from '@coherence/protocol';

/** What travels in awareness. Never stored. */
export type PresenceState = {
  readonly participantId: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly role: Role;
  readonly view: string | null;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** The cursor is a laser pointer right now: others see its trail. */
  readonly pointing: boolean;
  /** Id of the record whose words this person is typing in. */
  readonly editing: string | null;
  /** The place within the view that this person looks at; for a wall also how many pages it has. */
  readonly at: (Aim & { readonly pages?: number }) | null;
  /** Participant whose view this person follows. */
  readonly follows: string | null;
};

export type Person = PresenceState & {
  readonly clientId: number;
  readonly colour: string;
  /** This very tab. */
  readonly here: boolean;
};

/** Dark enough for white text on them (4.5:1). */
const COLOURS = [
  '#2F5BD7',
  '#7B3FA0',
  '#0A6560',
  '#A63A22',
  '#7A5600',
  '#36449A',
  '#8A2B5B',
  '#2F6B2F',
] as const;

/** A person's colour: the same on every screen, from their id. */
export function colourOf(participantId: string): string {
  let hash = 0;
  for (const char of participantId) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0];
}

const LONGEST = 200;

/** One awareness state as a person; null for what no client of ours sends. */
export function readPerson(clientId: number, state: unknown, here: boolean): Person | null {
  if (typeof state !== 'object' || state === null) return null;
  const { participantId, name, unit, role, view, cursor, pointing, editing, at, follows } = state as Record<
    string,
    unknown
  >;
  if (typeof participantId !== 'string' || participantId.length > LONGEST) return null;
  return {
    clientId,
    here,
    participantId,
    colour: colourOf(participantId),
    name: words(name),
    unit: words(unit),
    role: ROLES.find((known) => known === role) ?? 'participant',
    view: words(view),
    cursor: point(cursor),
    pointing: pointing === true,
    editing: words(editing),
    at: place(at),
    follows: words(follows),
  };
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : null;
}

function place(value: unknown): PresenceState['at'] {
  const aim = aimSchema.safeParse(value);
  if (!aim.success) return null;
  const { pages } = value as { pages?: unknown };
  return Number.isInteger(pages) ? { ...aim.data, pages: Number(pages) } : aim.data;
}

function point(value: unknown): { x: number; y: number } | null {
  const { x, y } = (value ?? {}) as { x?: unknown; y?: unknown };
  return Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y) } : null;
}
