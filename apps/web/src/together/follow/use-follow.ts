import { useCallback, useEffect } from 'react';
import { settableValue } from '@coherence/protocol/observable-value';
import { navigate } from '../../frame/navigation.tsx';
import { paths, type View } from '../../frame/routes.ts';
import { useLive } from '../../live/live-context.tsx';
import type { Person } from '../../live/people/person.ts';
import { setPresence, usePresenceFact } from '../../live/people/presence.ts';
import { useSmall } from '../../ui/use-narrow.ts';
import { holdsWords } from '../defer-while-typing.ts';
import { usePhase } from '../../live/document/use-session.ts';
import { lookAt } from '../../frame/look.ts';
import { reachable } from '../bring/reach.ts';
import { useValue } from '../../live/use-value.ts';

/** Acts that mean that somebody wants to look elsewhere themselves. */
const LEAVING = ['pointerdown', 'wheel', 'keydown'] as const;

/** Takes this person along with whom they follow, until they move themselves. `followers`: how many follow them. */
export function useFollow(view: View): {
  readonly followed: FollowedPerson | null;
  readonly followers: number;
} {
  const board = useLive();
  const followed = useFollowed();
  const phase = usePhase();
  const narrow = useSmall();
  const { id, role } = board;
  const leaderId = followed?.participantId ?? null;
  const readSeen = useCallback((people: readonly Person[]) => seenBy(people, leaderId), [leaderId]);
  const { view: place, at } = usePresenceFact(readSeen);
  const there = place === null ? null : reachable(place, { role, phase, narrow });

  useEffect(() => setPresence(board, { follows: followed?.participantId ?? null }), [board, followed]);

  useEffect(() => {
    if (there === null || holdsWords(document.activeElement)) return;
    if (there !== view) navigate(paths.board(id, there));
    else lookAt(at);
  }, [there, view, at, id]);

  useEffect(() => {
    if (followed === null) return undefined;
    const leave = (event: Event): void => {
      const isKeys =
        event instanceof KeyboardEvent && ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key);
      if (event.target instanceof Element && event.target.closest('#board') !== null && !isKeys) follow(null);
    };
    for (const act of LEAVING) document.addEventListener(act, leave, { capture: true, passive: true });
    return () => {
      for (const act of LEAVING) document.removeEventListener(act, leave, { capture: true });
    };
  }, [followed]);

  const me = board.me.participantId;
  const countFollowers = useCallback(
    (people: readonly Person[]) =>
      new Set(people.filter((one) => one.follows === me && !one.here).map((one) => one.participantId)).size,
    [me],
  );
  const followers = usePresenceFact(countFollowers);
  return { followed, followers };
}

/** Where a person is and what they see there; nothing while that person follows another, as that could go in circles. */
function seenBy(people: readonly Person[], participantId: string | null): Pick<Person, 'view' | 'at'> {
  const leader = people.find((one) => one.participantId === participantId && !one.here);
  return leader === undefined || leader.follows !== null
    ? { view: null, at: null }
    : { view: leader.view, at: leader.at };
}

type FollowedPerson = { readonly participantId: string; readonly name: string };

const followed = settableValue<FollowedPerson | null>(null);

/** Follows somebody's view from now on; null stops. */
export function follow(person: FollowedPerson | null): void {
  followed.set(person);
}

/** Whom this tab follows. */
function useFollowed(): FollowedPerson | null {
  return useValue(followed);
}
