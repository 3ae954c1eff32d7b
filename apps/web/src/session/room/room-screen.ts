import type { Phase } from '@coherence/board';

/** What every screen made for a phase is given. */
export type RoomScreenProps = { readonly phase: Phase };
