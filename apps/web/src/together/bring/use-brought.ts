import { useCallback, useEffect, useMemo, useState } from 'react';
import { navigate } from '../../frame/navigation.tsx';
import { paths, type View } from '../../frame/routes.ts';
import { remembered, tabStore, type Codec } from '../../live/device/remembered.ts';
import { useLive, useSynced } from '../../live/live-context.tsx';
import { useSession, usePhase } from '../../live/document/use-session.ts';
import { useValue } from '../../live/use-value.ts';
import { useSmall } from '../../ui/use-narrow.ts';
import { holdsWords } from '../defer-while-typing.ts';
import { answerTo, type Bring, type Brought } from './brought.ts';
import { lookAt } from '../../frame/look.ts';
import { reachable } from './reach.ts';

const STAYS: Codec<boolean> = { read: (kept) => kept === '1', write: (stays) => (stays ? '1' : null) };

type BroughtControl = {
  readonly brought: Brought;
  readonly stays: boolean;
  /** Goes where the facilitator asked everybody to come. */
  go(): void;
  /** Back to where one was. */
  back(): void;
  /** From now on only offer it, as long as this tab is open; and the other way round. */
  setStays(stays: boolean): void;
  close(): void;
};

/** Brings this person where the facilitator asks everybody to come, once, and never while they type. */
export function useBrought(view: View): BroughtControl {
  const { id, role } = useLive();
  const { bring } = useSession();
  const synced = useSynced();
  const phase = usePhase();
  const narrow = useSmall();
  const [seen, see] = useState<number | null>(null);
  const [brought, setBrought] = useState<Brought>({ kind: 'none' });
  const kept = useMemo(() => remembered(`coherence.stays.${id}`, STAYS, tabStore()), [id]);
  const stays = useValue(kept);
  const come = useCallback(
    (to: Bring): void => {
      const there = reachable(to.view, { role, phase, narrow });
      if (there === null) return;
      setBrought({ kind: 'moved', bring: to, from: view });
      if (there !== view) navigate(paths.board(id, there));
      lookAt(to.target);
    },
    [id, role, phase, narrow, view],
  );

  useEffect(() => {
    // What the facilitator asked before this tab opened is over.
    if (seen === null) {
      if (synced) see(bring?.at ?? 0);
      return;
    }
    const answer = answerTo({ bring, seen, isTyping: holdsWords(document.activeElement), stays });
    if (answer === 'nothing' || bring === null) return;
    see(bring.at);
    const canCome = role !== 'facilitator' && reachable(bring.view, { role, phase, narrow }) !== null;
    if (!canCome) return;
    if (answer === 'offer') setBrought({ kind: 'offered', bring });
    else come(bring);
  }, [bring, seen, synced, stays, role, phase, narrow, come]);

  return {
    brought,
    stays,
    go() {
      if (brought.kind !== 'none') come(brought.bring);
    },
    back() {
      if (brought.kind !== 'moved') return;
      setBrought({ kind: 'none' });
      if (brought.from !== view) history.back();
    },
    setStays: kept.set,
    close: () => setBrought({ kind: 'none' }),
  };
}
