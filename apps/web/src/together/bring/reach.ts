import type { Role } from '@coherence/protocol';
import { phaseFacts, type Phase } from '@coherence/board';
import { VIEWS, type View } from '../../frame/routes.ts';

type Reach = { readonly role: Role; readonly phase: Phase | null; readonly narrow: boolean };

/**
 * Where somebody can be taken who is asked to `view`; null where they stay. A phase decides where participants are:
 * within its view they can be brought to a place, out of it they cannot.
 */
export function reachable(view: string, { role, phase, narrow }: Reach): View | null {
  const known = VIEWS.find((one) => one === view) ?? null;
  if (known === null) return null;
  if (phase === null) return known === 'room' ? null : readable(known, narrow);
  if (role === 'facilitator') return known;
  const { on } = phaseFacts(phase.kind);
  if (on === 'screen' || known === 'room') return null;
  if (on === 'grid') return known === 'grid' ? 'grid' : null;
  return known === 'grid' ? null : readable(known, narrow);
}

/** On a phone the map is read as its outline. */
function readable(view: View, narrow: boolean): View {
  return view === 'map' && narrow ? 'outline' : view;
}
