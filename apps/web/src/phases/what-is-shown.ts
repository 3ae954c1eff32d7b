import type { Role } from '@coherence/protocol';
import { phaseFacts, type Phase } from '@coherence/board';

type View = 'grid' | 'map' | 'outline';

export type ShownScreen =
  /** The screen made for the phase. */
  | { readonly kind: 'room' }
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
export function shownFor({ role, phase, view, narrow }: ShownFor): ShownScreen {
  const facts = phase === null ? null : phaseFacts(phase.kind);
  if (facts === null || (role === 'facilitator' && view !== 'room')) {
    return { kind: 'view', view: view === 'room' ? 'grid' : view, edits: true };
  }
  if (facts.on === 'screen') return { kind: 'room' };
  const edits = facts.work !== 'read-map' || role === 'facilitator';
  if (facts.on === 'grid') return { kind: 'view', view: 'grid', edits };
  return {
    kind: 'view',
    view: view === 'map' || view === 'outline' ? view : narrow ? 'outline' : 'map',
    edits,
  };
}

/** Whether contributions of this phase may be shown with the unit they come from. */
export function showsUnits(phase: Phase | null): boolean {
  return phase?.identity !== 'anonymous';
}
