import type { PhaseKind } from '@coherence/board';

/** Screens made for a phase; where none is, the room works in one of the views. */
export type RoomScreen = 'lobby' | 'write' | 'reveal' | 'walk' | 'place' | 'ballot' | 'quiet';

type PhasePlace =
  | { readonly screen: RoomScreen }
  /** `edits`: participants work in the view; otherwise they look at it. */
  | { readonly view: 'grid' | 'map'; readonly edits: boolean };

/** Where people are in a phase of each kind, and so which tools they have: those of the phase and no others. */
export const PLACE_OF: Readonly<Record<PhaseKind, PhasePlace>> = {
  lobby: { screen: 'lobby' },
  write: { screen: 'write' },
  reveal: { screen: 'reveal' },
  walk: { screen: 'walk' },
  merge: { screen: 'walk' },
  place: { screen: 'place' },
  group: { view: 'grid', edits: true },
  vote: { screen: 'ballot' },
  rate: { screen: 'ballot' },
  link: { view: 'map', edits: true },
  read: { view: 'map', edits: false },
  options: { view: 'map', edits: true },
  owners: { screen: 'quiet' },
  'report-out': { screen: 'quiet' },
  break: { screen: 'quiet' },
  close: { screen: 'quiet' },
  'check-in': { screen: 'quiet' },
};
