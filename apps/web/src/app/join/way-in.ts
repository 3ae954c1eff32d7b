import type { Role } from '../../live/role.ts';

const RANK = { display: 0, observer: 1, participant: 2, facilitator: 3 } as const satisfies Record<
  Role,
  number
>;

/**
 * What to do with somebody at the door. `enter`: this browser is on the board already. `raise`: it is, and the
 * invitation gives a higher role. `show`: a projector asks for nothing. `ask`: somebody new.
 */
type WayIn = 'enter' | 'raise' | 'show' | 'ask';

export function wayIn(held: { readonly role: Role } | null, offered: Role): WayIn {
  if (offered === 'display') return 'show';
  if (held === null || held.role === 'display') return 'ask';
  return RANK[offered] > RANK[held.role] ? 'raise' : 'enter';
}
