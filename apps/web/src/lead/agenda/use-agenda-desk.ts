import type { Phase } from '@coherence/board';
import { useMemo } from 'react';
import { command } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useValue } from '../../live/use-value.ts';
import { sessionReader } from '../../live/document/use-session.ts';
import { AgendaDesk } from './agenda-desk.ts';

/** As long as one waits for an agenda that the server says is there. */
const PATIENCE_MS = 3000;

/** The agenda to edit, with this person's own edits in it at once. */
export function useAgendaDesk(): { desk: AgendaDesk; agenda: readonly Phase[] } {
  const { doc, id, me } = useLive();
  const desk = useMemo(() => {
    const session = sessionReader(doc);
    return new AgendaDesk({
      read() {
        const { agenda, agendaRevision } = session.getSnapshot();
        return { agenda, n: agendaRevision.n };
      },
      subscribe: session.subscribe,
      send: (agenda, base) => command(id, me.token, { type: 'set-agenda', agenda, base }),
      patience: () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    });
  }, [doc, id, me.token]);
  return { desk, agenda: useValue(desk) };
}
