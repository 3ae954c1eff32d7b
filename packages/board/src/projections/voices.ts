import type { Polarity } from '../schema/fields.ts';
import type { Influence } from '../schema/influence.ts';

type Said = Pick<Influence, 'id' | 'room' | 'polarity'>;

/** A room or team that named a link, with its polarity; `mixed` where two of its people gave different polarities at once. */
export type RoomVoice = {
  readonly id: string;
  readonly name: string;
  readonly polarity: Polarity | 'mixed';
};

/** Whose word a record of a link is: what people of one room say is one voice. */
function voiceOf({ id, room }: Pick<Said, 'id' | 'room'>): string {
  return room === null ? id : `room:${room.id}`;
}

/** How many named a link, a room once; with `polarity` only those who gave it that polarity. */
export function voicesOf(records: readonly Said[], polarity: Polarity | null = null): number {
  const saying = polarity === null ? records : records.filter((one) => one.polarity === polarity);
  return new Set(saying.map(voiceOf)).size;
}

/** The rooms that named a link, each with its own polarity, by name ("Room 2" before "Room 10"). */
export function roomsNaming(records: readonly Said[]): readonly RoomVoice[] {
  const rooms = new Map<string, RoomVoice>();
  for (const { room, polarity } of records) {
    if (room === null) continue;
    const known = rooms.get(room.id);
    rooms.set(room.id, {
      id: room.id,
      name: known !== undefined && known.name < room.name ? known.name : room.name,
      polarity: known === undefined ? polarity : combinePolarity(known.polarity, polarity),
    });
  }
  return [...rooms.values()].sort((a, b) => inOrder(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/** Two polarities as one: "not sure" yields to a sure one. */
export function combinePolarity(a: Polarity | 'mixed', b: Polarity): Polarity | 'mixed' {
  if (a === b || b === '?') return a;
  return a === '?' ? b : 'mixed';
}
