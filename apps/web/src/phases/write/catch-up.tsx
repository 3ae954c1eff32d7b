import { phaseFacts, type BoardSnapshot, type Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useMemo, useState } from 'react';
import { remembered, type Codec } from '../../live/device/remembered.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { AskedQuestion } from './asked-question.tsx';
import { LateNotes } from './late-notes.tsx';
import { missedBy } from './missed.ts';
import './catch-up.css';

/** Whether this person has been here on this device; kept as `1`. */
const CAME: Codec<boolean> = { read: (kept) => kept !== null, write: (has) => (has ? '1' : null) };

const boardOf = (snapshot: BoardSnapshot) => snapshot;

/** Above the screen of the phase: what somebody missed who came late, and own notes that came too late. */
export function CatchUp({ phase }: { phase: Phase }) {
  const { role } = useLive();
  const { asked, revealed } = useSession();
  const [isPutOff, putOff] = useState(false);
  // The private document is opened for people who may have written something, not for the whole room at once.
  const isWriting = phaseFacts(phase.kind).work === 'write';
  const asks = !isWriting && !isPutOff && Object.keys(revealed).length > 0;
  return (
    <>
      {role === 'participant' ? <MissedLine /> : null}
      {!isWriting && asked !== null ? (
        <div className="catch-up-late">
          <AskedQuestion />
        </div>
      ) : null}
      {asks ? (
        <div className="catch-up-late">
          <LateNotes onLater={() => putOff(true)} />
        </div>
      ) : null}
    </>
  );
}

function MissedLine() {
  const { id, me } = useLive();
  const session = useSession();
  const snapshot = useProjection(boardOf);
  const key = `coherence.came.${id}/${me.participantId}`;
  const came = useMemo(() => remembered(key, CAME), [key]);
  // Only what was missed before one came: the next phase is seen by oneself.
  const startedAt = session.phase?.startedAt ?? null;
  const [cameAt, setCameAt] = useState(() => (came.getSnapshot() ? null : startedAt));
  // As it was when one came: what the room does from then on is seen by oneself, and would move the page.
  const [missed] = useState(() => missedBy(session, snapshot));
  useEffect(() => void came.set(true), [came]);
  if (missed === null || cameAt === null || cameAt !== startedAt) return null;
  const { notes, links, votes } = missed;
  const what = [
    notes === 0 ? '' : t('write.missedNotes', { n: notes }),
    links === 0 ? '' : t('write.missedLinks', { n: links }),
    votes === 0 ? '' : t('write.missedVotes', { n: votes }),
  ].filter((words) => words !== '');
  return (
    <p className="catch-up-missed">
      <span>
        {t('write.missed', { n: missed.step, all: missed.of, title: missed.title })}{' '}
        {what.length === 0 ? null : t('write.missedBefore', { what: what.join(', ') })}
      </span>
      <Button variant="quiet" onClick={() => setCameAt(null)}>
        {t('write.missedClose')}
      </Button>
    </p>
  );
}
