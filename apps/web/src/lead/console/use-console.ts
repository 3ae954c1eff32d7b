import { phaseFacts, type Phase } from '@coherence/board';
import type { CommandBody } from '@coherence/protocol/http';
import { t } from '@coherence/words';
import { withWords } from '@coherence/words/browser';
import { useMemo, useRef, useState } from 'react';
import { navigate } from '../../frame/navigation.tsx';
import { notify } from '../../frame/notices.ts';
import { paths } from '../../frame/routes.ts';
import { useCommand } from '../../frame/use-command.ts';
import { useLive } from '../../live/live-context.tsx';
import { useSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { useTopCount, topWaiting } from '../../phases/vote/top-on-map.ts';
import type { NextAct, RoomNow } from './next-act.ts';
import { countFinishing } from '../../together/counts/attending.ts';

/** A second press of a button that has just said something else is not meant for what it says now. */
const SETTLE_MS = 600;

const runVote = () => withWords(() => import('../../phases/vote/run-vote.ts'), ['vote']);

/** The room as the console needs it. A facilitator is not counted among the people who write and vote. */
export function useRoomNow(): RoomNow {
  const session = useSession();
  const snapshot = useSnapshot();
  const people = countFinishing(session);
  const { voteRounds: rounds } = snapshot;
  const [count] = useTopCount(useLive().id);
  const top = useMemo(() => topWaiting(session, snapshot, count), [session, snapshot, count]);
  return useMemo(() => ({ session, rounds, people, top }), [session, rounds, people, top]);
}

export type ConsoleActs = {
  readonly busy: boolean;
  /** A vote could not be closed, as its result would show what one or two people chose: somebody has to say what to do. */
  readonly asksAboutFew: boolean;
  answerAboutFew(): void;
  /** Sends one command; says why when it was refused. */
  send(body: CommandBody): Promise<boolean>;
  /** Moves the room, and this person's own view along. `minutes`: on its clock, instead of those planned. */
  goTo(phase: Phase, minutes?: number): Promise<void>;
  act(next: NextAct): Promise<void>;
  /** What becomes of notes without a name that fewer than three people wrote; then on to where notes are read. */
  decideFew(what: FewChoice, reading: Phase | null): Promise<void>;
};

/** Ask their writers; show what they agreed to; give all back. */
export type FewChoice = 'ask' | 'consented' | 'keep';

/** What the buttons of the console do, one at a time. */
export function useConsoleActs(): ConsoleActs {
  const live = useLive();
  const [busy, setBusy] = useState(false);
  const [asksAboutFew, setAsksAboutFew] = useState(false);
  const isBusy = useRef(false);

  const send = useCommand((why) => t('console.failed', { why }));

  const move = async (phase: Phase, minutes?: number): Promise<void> => {
    const clock = minutes === undefined ? {} : { minutes };
    if (!(await send({ type: 'phase', id: phase.id, ...clock }))) return;
    const { on } = phaseFacts(phase.kind);
    navigate(paths.board(live.id, on === 'screen' ? 'room' : on));
  };

  const oneAtATime = async (work: () => Promise<unknown>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(true);
    await work().catch((error: unknown) => notify(t('console.failed', { why: String(error) }), 'wrong'));
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    isBusy.current = false;
    setBusy(false);
  };

  const run = async (next: NextAct): Promise<unknown> => {
    switch (next.kind) {
      case 'start':
      case 'go':
        return move(next.phase);
      case 'reveal':
        if ((await send({ type: 'reveal' })) && next.reading !== null) await move(next.reading);
        return undefined;
      case 'few':
        return undefined;
      case 'open-vote':
        return (await runVote()).openVoteFromPhase(live, next.phase);
      case 'close-vote':
        return setAsksAboutFew((await (await runVote()).closeVote(live)) === 'too-few');
      case 'top':
        return (await runVote()).putTopOnMap(live, next.top.result, next.top.count);
      case 'end':
        return send({ type: 'phase', id: null });
    }
  };

  return {
    busy,
    asksAboutFew,
    answerAboutFew: () => setAsksAboutFew(false),
    send,
    goTo: (phase, minutes) => oneAtATime(() => move(phase, minutes)),
    act: (next) => oneAtATime(() => run(next)),
    decideFew: (what, reading) =>
      oneAtATime(async () => {
        if (what === 'ask') return send({ type: 'ask-writers' });
        if ((await send({ type: 'reveal', few: what })) && reading !== null) await move(reading);
        return undefined;
      }),
  };
}
