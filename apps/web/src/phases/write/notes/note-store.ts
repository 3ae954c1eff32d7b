import type { Column, Draft, OwnChoice, Row } from '@coherence/board';

type NewNote = {
  readonly text: string;
  readonly row: Row | null;
  readonly column: Column | null;
  /** The participant it is written for; null: oneself. */
  readonly for: string | null;
  /** Shown with it beyond what is promised; null: nothing. */
  readonly show: OwnChoice | null;
};

/** One person's own notes of a phase, and what can be done with them. */
export type NoteStore = {
  readonly notes: readonly Draft[];
  /** Notes that wait on this device, by id, once that takes longer than sending does. */
  readonly waiting: ReadonlySet<string>;
  /** Why they could not be added; null when all were. */
  add(notes: readonly NewNote[]): string | null;
  write(id: string, text: string): void;
  place(id: string, row: Row | null, column: Column | null): void;
  /** Shows more with one note of one's own than was promised, or no more. */
  show(id: string, show: OwnChoice | null): void;
  remove(id: string): void;
  bringBack(draft: Draft): void;
};
