import type { Session } from '@coherence/board';

export type Bring = NonNullable<Session['bring']>;

/** What a person is told of being brought somewhere. `from`: where they were, to go back to. */
export type Brought =
  | { readonly kind: 'none' }
  /** They type, or chose to stay: the way there is offered. */
  | { readonly kind: 'offered'; readonly bring: Bring }
  | { readonly kind: 'moved'; readonly bring: Bring; readonly from: string };

type Now = {
  readonly bring: Bring | null;
  /** When the last one was that this person has seen to, ms since 1970. */
  readonly seen: number;
  readonly isTyping: boolean;
  readonly stays: boolean;
};

/** What to do about the last call to come: nothing twice, no person is taken away from words they type, or from where they chose to stay. */
export function answerTo({ bring, seen, isTyping, stays }: Now): 'nothing' | 'offer' | 'go' {
  if (bring === null || bring.at <= seen) return 'nothing';
  return isTyping || stays ? 'offer' : 'go';
}
