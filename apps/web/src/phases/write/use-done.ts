import { useEffect, useState } from 'react';
import { boardInfo, sayDone } from '../../live/server/api.ts';
import { useLive, useSynced } from '../../live/live-context.tsx';
import { useSession } from '../../live/document/use-session.ts';

export type Done = {
  readonly isDone: boolean;
  /** The server has not heard it: there is no connection. */
  readonly isWaiting: boolean;
  set(done: boolean): void;
};

/** Said or known for one run of a phase: begun anew, it finds everybody still writing. */
type InRun = { readonly startedAt: number | null; readonly done: boolean };

/**
 * "I am done" in the phase that is on. It is the server that remembers it, for other devices and after a reload; what
 * was said without a connection, or before the server restarted, is said again.
 */
export function useDone(): Done {
  const { id, me } = useLive();
  const startedAt = useSession().phase?.startedAt ?? null;
  const isConnected = useSynced();
  const [said, setSaid] = useState<InRun | null>(null);
  const [heard, setHeard] = useState<InRun | null>(null);
  const wanted = said?.startedAt === startedAt ? said.done : null;
  const known = heard?.startedAt === startedAt ? heard.done : null;

  useEffect(() => {
    if (!isConnected) return undefined;
    let isOver = false;
    void boardInfo(id, me.token).then((info) => {
      if (!isOver && info.ok) setHeard({ startedAt, done: info.value.done });
    });
    return () => {
      isOver = true;
    };
  }, [id, me.token, isConnected, startedAt]);

  useEffect(() => {
    if (!isConnected || wanted === null || known === null || wanted === known) return undefined;
    let isOver = false;
    void sayDone(id, me.token, wanted).then((answer) => {
      if (!isOver && answer.ok) setHeard({ startedAt, done: answer.value.done });
    });
    return () => {
      isOver = true;
    };
  }, [id, me.token, isConnected, wanted, known, startedAt]);

  const isDone = wanted ?? known ?? false;
  return {
    isDone,
    isWaiting: !isConnected && wanted !== null && wanted !== known,
    set: (done) => setSaid({ startedAt, done }),
  };
}
