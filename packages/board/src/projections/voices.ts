import type { Polarity } from '../schema/fields.ts';
import type { Influence } from '../schema/influence.ts';

type NamedLink = Pick<Influence, 'id' | 'room' | 'polarity'>;

/** A breakout that named a link, with its polarity; `mixed` where two of its people gave different ones at once. */
export type BreakoutVoice = {
  readonly id: string;
  readonly name: string;
  readonly polarity: Polarity | 'mixed';
};

/** Whose word a record of a link is: the people of one breakout are one voice. */
function voiceOf({ id, room }: Pick<NamedLink, 'id' | 'room'>): string {
  return room === null ? id : `room:${room.id}`;
}

/** How many voices named a link; with `polarity` only those that gave it that polarity. */
export function voicesOf(records: readonly NamedLink[], polarity: Polarity | null = null): number {
  const saying = polarity === null ? records : records.filter((one) => one.polarity === polarity);
  return new Set(saying.map(voiceOf)).size;
}

/** The breakouts that named a link, each with its own polarity, by name ("Room 2" before "Room 10"). */
export function breakoutsNaming(records: readonly NamedLink[]): readonly BreakoutVoice[] {
  const breakouts = new Map<string, BreakoutVoice>();
  for (const { room, polarity } of records) {
    if (room === null) continue;
    const known = breakouts.get(room.id);
    breakouts.set(room.id, {
      id: room.id,
      name: known !== undefined && known.name < room.name ? known.name : room.name,
      polarity: known === undefined ? polarity : combinePolarity(known.polarity, polarity),
    });
  }
  return [...breakouts.values()].sort((a, b) => inOrder(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

/** Two polarities as one: "not sure" yields to a sure one. */
export function combinePolarity(a: Polarity | 'mixed', b: Polarity): Polarity | 'mixed' {
  if (a === b || b === '?') return a;
  return a === '?' ? b : 'mixed';
}
