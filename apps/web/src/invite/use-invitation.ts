import { useEffect, useState } from 'react';
import { boardInfo, invites, serverConfig, type ApiError, type Invites } from '../live/server/api.ts';
import { ownFailure } from '../live/failure.ts';
import { reachableAddresses } from './addresses.ts';

export type Invitation = {
  readonly code: string;
  /** Links by role; null for those who may not give them out. */
  readonly invites: Invites | null;
  /** Origins others can reach, best first; empty where there is none. */
  readonly addresses: readonly string[];
};

type InvitationState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ApiError }
  | { readonly kind: 'ready'; readonly invitation: Invitation };

/** Code, links and addresses of a board, read again each time they are shown: networks change. */
export function useInvitation(id: string, token: string | null): InvitationState {
  const [state, setState] = useState<InvitationState>({ kind: 'loading' });
  useEffect(() => {
    if (token === null) return;
    let current = true;
    const ask = async () => {
      const next = await readInvitation(id, token);
      if (current) setState(next);
    };
    void ask();
    return () => {
      current = false;
    };
  }, [id, token]);
  return state;
}

/** Asks for it once. */
export async function readInvitation(id: string, token: string): Promise<InvitationState> {
  const [board, config] = await Promise.all([boardInfo(id, token), serverConfig()]);
  if (!board.ok) return { kind: 'failed', error: board.error };
  const { code, role } = board.value;
  if (code === null) return { kind: 'failed', error: ownFailure('observers-invite-nobody') };
  const links = role === 'facilitator' ? await invites(id, token) : null;
  if (links?.ok === false) return { kind: 'failed', error: links.error };
  const addresses = reachableAddresses(config.ok ? config.value.publicUrls : [], location.origin);
  return { kind: 'ready', invitation: { code, invites: links?.value.invites ?? null, addresses } };
}
