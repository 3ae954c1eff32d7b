import {
  putBackDrafts,
  removeDrafts,
  stricter,
  type BoardSnapshot,
  type Draft,
  type OwnChoice,
} from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { notify } from '../../frame/notices.ts';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { sayFailure } from '../../live/failure.ts';
import { addLate } from '../../live/server/api.ts';
import { useLive } from '../../live/live-context.tsx';
import { useDrafts, usePrivateDoc } from '../../live/private-doc/use-private-doc.ts';
import { useMeta, useProjection, useWholeSnapshot } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { ownChoices } from './promise.ts';
import { useDelayed } from './delayed-flag.ts';
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

/** Own notes that are not on the board although their phase was revealed, and the question what becomes of them. */
export function LateNotes({ phase, onLater, brief = false }: LateNotesProps) {
  const { revealed } = useSession();
  const drafts = useDrafts();
  const [leftOut, setLeftOut] = useState<readonly Draft[]>([]);
  const late = drafts.filter(
    (draft) =>
      draft.text.trim() !== '' &&
      draft.phase !== null &&
      Object.hasOwn(revealed, draft.phase) &&
      (phase === undefined || draft.phase === phase),
  );
  const isLate = useDelayed(late.length > 0, SETTLE_MS);
  if (leftOut.length > 0 && late.length === 0)
    return <LeftOut drafts={leftOut} onDone={() => setLeftOut([])} />;
  return !isLate ? null : <Ask late={late} isBrief={brief} onLater={onLater} onLeftOut={setLeftOut} />;
}

type AskProps = {
  late: readonly Draft[];
  isBrief: boolean;
  onLater: LateNotesProps['onLater'];
  onLeftOut: (drafts: readonly Draft[]) => void;
};

function Ask({ late, isBrief, onLater, onLeftOut }: AskProps) {
  const { id, me } = useLive();
  const privateDoc = usePrivateDoc();
  const known = wordsOnBoard(useWholeSnapshot());
  const { unitWord: word } = useMeta();
  const unit = useProjection(unitMarks).get(me.unit ?? '')?.name ?? null;
  const [isSending, setSending] = useState(false);
  const promised = late
    .map(({ promise, seen }) => promise?.identity ?? seen ?? 'unit')
    .reduce(stricter, 'named');
  const choices = ownChoices({ identity: promised, unit, name: me.name });
  const doWait = late.every(({ wants }) => wants !== null);

  const add = async (as: OwnChoice | null) => {
    setSending(true);
    const ids = late.map((draft) => draft.id);
    const answer = await addLate(id, me.token, ids, as);
    setSending(false);
    if (!answer.ok) return notify(t('write.lateFailed', { why: sayFailure(answer.error) }), 'wrong');
    // Of notes that wait for those of others only the own ones are this person's business.
    const { revealed, waits = 0 } = answer.value;
    return notify(
      waits > 0 && revealed === 0
        ? t('write.lateWaits')
        : t('write.lateAdded', { n: Math.min(revealed, late.length) }),
    );
  };
  const leaveOut = () => {
    if (privateDoc === null) return;
    removeDrafts(
      privateDoc.doc,
      late.map((draft) => draft.id),
    );
    onLeftOut(late);
  };

  return (
    <section className="late-notes" aria-label={t('write.late', { n: late.length })}>
      <h3>{t('write.late', { n: late.length })}</h3>
      {isBrief ? null : (
        <ul>
          {late.map((draft) => (
            <li key={draft.id}>
              <bdi>{draft.text}</bdi>
              {known.has(draft.text) ? <span className="late-there">{t('write.lateThere')}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <p>{t(doWait ? 'write.lateWaits' : HINT[promised], { word })}</p>
      {promised !== 'named' && late.some(({ shown }) => shown !== null) ? (
        <p>{t('write.lateBegun')}</p>
      ) : null}
      <p className="late-foot late-choices">
        {doWait ? null : (
          <Button disabled={isSending} onClick={() => void add(null)}>
            {t(ADD[promised], { word })}
          </Button>
        )}
        {choices.map((choice) => (
          <Button key={choice} disabled={isSending} onClick={() => void add(choice)}>
            {t(ADD[choice], { word })}
          </Button>
        ))}
        {onLater === undefined ? null : (
          <Button variant="quiet" onClick={onLater}>
            {t('write.lateKeep')}
          </Button>
        )}
        <Button variant="quiet" disabled={isSending} onClick={leaveOut}>
          {t('write.lateLeave')}
        </Button>
      </p>
    </section>
  );
}

const HINT = { named: 'write.lateHint', unit: 'write.lateHint', anonymous: 'write.lateHintFew' } as const;

const ADD = {
  named: 'write.addWithName',
  unit: 'write.addWithUnit',
  anonymous: 'write.addWithout',
} as const;

/** The way back for what was left out. */
function LeftOut({ drafts, onDone }: { drafts: readonly Draft[]; onDone: () => void }) {
  const privateDoc = usePrivateDoc();
  const undo = () => {
    if (privateDoc !== null) putBackDrafts(privateDoc.doc, drafts);
    onDone();
  };
  return (
    <p className="late-notes asked-said">
      <span>{t('write.lateLeft', { n: drafts.length })}</span>
      <Button onClick={undo}>{t('write.bringBack')}</Button>
    </p>
  );
}
