import { useEffect, useState } from 'react';
import { boardInfo, sayDone } from '../../live/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useSynced } from '../../live/use-saved.ts';

export type Done = {
  readonly isDone: boolean;
  /** The server has not heard it: there is no connection. */
  readonly isWaiting: boolean;
  set(done: boolean): void;
};

/**
 * "I am done" in the phase that is on. It is the server that remembers it, for other devices and after a reload; what
 * was said without a connection, or before the server restarted, is said again.
 */
export function useDone(): Done {
  const { id, me } = useLive();
  const isConnected = useSynced();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [known, setKnown] = useState<boolean | null>(null);

  useEffect(() => {
    if (!isConnected) return undefined;
    let isOver = false;
    void boardInfo(id, me.token).then((info) => {
      if (!isOver && info.ok) setKnown(info.value.done);
    });
    return () => {
      isOver = true;
    };
  }, [id, me.token, isConnected]);

  useEffect(() => {
    if (!isConnected || wanted === null || known === null || wanted === known) return undefined;
    let isOver = false;
    void sayDone(id, me.token, wanted).then((answer) => {
      if (!isOver && answer.ok) setKnown(answer.value.done);
    });
    return () => {
      isOver = true;
    };
  }, [id, me.token, isConnected, wanted, known]);

  const isDone = wanted ?? known ?? false;
  return { isDone, isWaiting: !isConnected && wanted !== null && wanted !== known, set: setWanted };
}
