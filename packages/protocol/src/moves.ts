/**
 * What a command moves, where two facilitators who press at once must not move it twice: the room from part to part of
 * the session (`room`), the note that is read (`walk`), or the clock (`clock`). Each is counted by itself
 * (`session.moves`).
 */
export type MoveGroup = 'room' | 'walk' | 'clock';

/** Commands that move the room, by `type`. Of every other command `MOVES` of the commands says that it does not. */
export const MOVING = {
  phase: 'room',
  reveal: 'room',
  'ask-writers': 'room',
  deal: 'room',
  'vote-open': 'room',
  'vote-reopen': 'room',
  'vote-close': 'room',
  'vote-openly': 'room',
  'vote-cancel': 'room',
  walk: 'walk',
  timer: 'clock',
} as const satisfies Readonly<Record<string, MoveGroup>>;

/** What a command of this type moves; null: nothing that two could move twice. */
export function moveGroupOf(type: string): MoveGroup | null {
  return Object.hasOwn(MOVING, type) ? MOVING[type as keyof typeof MOVING] : null;
}
