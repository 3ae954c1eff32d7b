import type { Person } from './seat.ts';

/** Null: no pause. Else the ids of the participants who may edit during it. */
export type Pause = readonly string[] | null;

/** Whether a pause holds this person's edits back. */
export function isHeldBack(pause: Pause, { role, participant }: Person): boolean {
  return pause !== null && role === 'participant' && !pause.includes(participant);
}

/** What a room knows of the pause of its board; nothing before any person has looked. */
export class KnownPause {
  #pause: Pause | 'unknown' = 'unknown';

  get isKnown(): boolean {
    return this.#pause !== 'unknown';
  }

  holdsBack(person: Person): boolean {
    return isHeldBack(this.#orNone, person);
  }

  /** Takes note of the pause there is now. Answers whom it frees; null where it is the one that was known. */
  note(pause: Pause): ((person: Person) => boolean) | null {
    const before = this.#orNone;
    this.#pause = pause;
    if (isSame(before, pause)) return null;
    return (person) => isHeldBack(before, person) && !isHeldBack(pause, person);
  }

  get #orNone(): Pause {
    return this.#pause === 'unknown' ? null : this.#pause;
  }
}

function isSame(a: Pause, b: Pause): boolean {
  return a === b || (a !== null && b !== null && a.join(' ') === b.join(' '));
}
