import { settableValue } from '@coherence/protocol/observable-value';
import { useValue } from '../../live/use-value.ts';

export type Followed = { readonly participantId: string; readonly name: string };

const followed = settableValue<Followed | null>(null);

/** Follows somebody's view from now on; null stops. */
export function follow(person: Followed | null): void {
  followed.set(person);
}

/** Whom this tab follows. */
export function useFollowed(): Followed | null {
  return useValue(followed);
}
