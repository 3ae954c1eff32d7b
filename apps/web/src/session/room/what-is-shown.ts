import type { Role } from '@coherence/protocol';
import type { Phase } from '@coherence/board';
import { PLACE_OF, type RoomScreen } from './phase-place.ts';

type View = 'grid' | 'map' | 'outline';

export type Shown =
  | { readonly kind: 'room'; readonly screen: RoomScreen }
  /** `edits`: whether who may change the board may do so here and now. */
  | { readonly kind: 'view'; readonly view: View; readonly edits: boolean };

type ShownFor = {
  readonly role: Role;
  readonly phase: Phase | null;
  /** What the address asks for. */
  readonly view: View | 'room';
  readonly narrow: boolean;
};

/** Whether the phase decides where this person is. A facilitator looks wherever they want. */
export function isLed(role: Role, phase: Phase | null): boolean {
  return role !== 'facilitator' && phase !== null;
}

/** What somebody sees of an open board: the place of the phase that is on, or the view they chose. */
export function shownFor({ role, phase, view, narrow }: ShownFor): Shown {
  const place = phase === null ? null : PLACE_OF[phase.kind];
  if (place === null || (role === 'facilitator' && view !== 'room')) {
    return { kind: 'view', view: view === 'room' ? 'grid' : view, edits: true };
  }
  if ('screen' in place) return { kind: 'room', screen: place.screen };
  const edits = place.edits || role === 'facilitator';
  if (place.view === 'grid') return { kind: 'view', view: 'grid', edits };
  return {
    kind: 'view',
    view: view === 'map' || view === 'outline' ? view : narrow ? 'outline' : 'map',
    edits,
  };
}
