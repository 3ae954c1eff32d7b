import { useEffect, useState } from 'react';
import { invites, serverConfig, type ApiError, type Invites } from '../../live/api.ts';
import { reachableAddresses } from './addresses.ts';

export type Invitation = {
  readonly code: string;
  /** Links by role; null for those who may not give them out. */
  readonly invites: Invites | null;
  /** Origins others can reach, best first; empty where there is none. */
  readonly addresses: readonly string[];
};

export type InvitationState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'ready'; readonly invitation: Invitation };

/** Code, links and addresses of a board, read again each time they are shown: networks change. */
export function useInvitation(id: string, token: string | null): InvitationState {
  const [state, setState] = useState<InvitationState>({ kind: 'loading' });
  useEffect(() => {
    if (token === null) return;
    let current = true;
    void Promise.all([invites(id, token), serverConfig()]).then(([given, config]) => {
      if (!current) return;
      if (!given.ok) return setState({ kind: 'failed', error: given.error });
      const addresses = reachableAddresses(config.ok ? config.value.urls : [], location.origin);
      const { code, invites = null } = given.value;
      return setState({ kind: 'ready', invitation: { code, invites, addresses } });
    });
    return () => {
      current = false;
    };
  }, [id, token]);
  return state;
}
