import type { BoardSnapshot, Draft } from '@coherence/board';
import { useState } from 'react';
import { notify } from '../../frame/notices.ts';
import { t } from '../../i18n/with-write.ts';
import { addLate } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useDrafts } from '../../live/mine/use-mine.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { useLasting } from './use-lasting.ts';
import './notes/own-notes.css';

/** The reveal is told before one's own notes have gone to the board with it; only what stays then came late. In ms. */
const SETTLE_MS = 2000;

const wordsOnBoard = (snapshot: BoardSnapshot): ReadonlySet<string> =>
  new Set(snapshot.factors.map(({ text }) => text));

type LateNotesProps = {
  /** Only those of this phase. */
  phase?: string;
  onLater?: () => void;
  /** The words stand elsewhere on the screen. */
  brief?: boolean;
};

/** Own notes that came after the reveal of their phase, and the question whether to add them now. */
export function LateNotes({ phase, onLater, brief = false }: LateNotesProps) {
  const { revealed } = useSession();
  const drafts = useDrafts();
  const late = drafts.filter(
    (draft) =>
      draft.text.trim() !== '' &&
      draft.phase !== null &&
      Object.hasOwn(revealed, draft.phase) &&
      (phase === undefined || draft.phase === phase),
  );
  const isLate = useLasting(late.length > 0, SETTLE_MS);
  return !isLate ? null : <Ask late={late} isBrief={brief} onLater={onLater} />;
}

type AskProps = { late: readonly Draft[]; isBrief: boolean; onLater: LateNotesProps['onLater'] };

function Ask({ late, isBrief, onLater }: AskProps) {
  const { id, me } = useLive();
  const known = useProjection(wordsOnBoard);
  const [isSending, setSending] = useState(false);

  const add = async () => {
    setSending(true);
    const answer = await addLate(
      id,
      me.token,
      late.map((draft) => draft.id),
    );
    setSending(false);
    if (answer.ok) notify(t('write.lateAdded', { n: answer.value.revealed }));
    else notify(t('write.lateFailed', { why: answer.error.message }), 'wrong');
  };

  return (
    <section className="late-notes" aria-label={t('write.late', { n: late.length })}>
      <h3>{t('write.late', { n: late.length })}</h3>
      {isBrief ? null : (
        <ul>
          {late.map((draft) => (
            <li key={draft.id}>
              {draft.text}
              {known.has(draft.text) ? <span className="late-there">{t('write.lateThere')}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <p className="late-foot">
        <span>{t('write.lateHint')}</span>
        {onLater === undefined ? null : (
          <Button variant="quiet" onClick={onLater}>
            {t('write.later')}
          </Button>
        )}
        <Button disabled={isSending} onClick={() => void add()}>
          {t('write.addLate', { n: late.length })}
        </Button>
      </p>
    </section>
  );
}
