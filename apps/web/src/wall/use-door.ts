import { useEffect, useState } from 'react';
import { useLive } from '../live/live-context.tsx';
import { readInvitation, type Invitation } from '../invite/use-invitation.ts';

/** A code can be replaced while it stands on the wall. */
const ASK_AGAIN_MS = 30_000;

/** Where latecomers join; what was known last while the server cannot be asked. Null until it is known. */
export function useDoor(): Invitation | null {
  const { id, me } = useLive();
  const [door, setDoor] = useState<Invitation | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async (): Promise<void> => {
      const answer = await readInvitation(id, me.token);
      if (isHere && answer.kind === 'ready') setDoor(answer.invitation);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [id, me.token]);
  return door;
}
