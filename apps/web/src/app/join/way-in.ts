import { higherRole, type Role } from '@coherence/protocol';

/**
 * What to do with somebody at the door. `enter`: this browser is on the board already. `raise`: it is, and the
 * invitation gives a higher role. `show`: a projector asks for nothing. `ask`: somebody new.
 */
type WayIn = 'enter' | 'raise' | 'show' | 'ask';

export function wayIn(held: { readonly role: Role } | null, offered: Role): WayIn {
  if (offered === 'display') return 'show';
  if (held === null || held.role === 'display') return 'ask';
  return higherRole(held.role, offered) === held.role ? 'enter' : 'raise';
}
