import { currentPhase, readSession, type Result } from '@coherence/board';
import { t } from '@coherence/words';
import { sayFailure, type Failed } from '../../live/failure.ts';
import { useLive, useRejected } from '../../live/live-context.tsx';
import { addAgain, canAddAgain, draftAgain } from '../../live/outbox/add-again.ts';
import type { RejectedItem } from '../../live/outbox/rejected.ts';
import { usePrivateDoc, type PrivateDoc } from '../../live/private-doc/use-private-doc.ts';
import type { LiveBoard } from '../../live/open-board.ts';
import { useMeta } from '../../live/document/use-projection.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../frame/notices.ts';
import { RejectedList } from './rejected-list.tsx';
import { shortName } from './rejected-entries.ts';
import { serverClock } from '../../live/server/server-clock.ts';
import { keptWhere } from '../../live/device/keeping.ts';

/** What the board has not taken, why, and what can be done with it. */
export function RejectedPanel() {
  const board = useLive();
  const items = useRejected();
  const privateDoc = usePrivateDoc();
  const { unitWord: word } = useMeta();
  if (items.length === 0) return <p>{t('notSent.empty')}</p>;

  const add = (items: readonly RejectedItem[]) => {
    const [first] = items;
    if (first?.root === 'drafts')
      return privateDoc === null ? undefined : writeAgain(board, privateDoc, first);
    const added = runOperation(board, (doc, actor): Result<true, Failed> => {
      for (const item of items) {
        const result = addAgain(doc, item, actor, serverClock.now(), board.role === 'facilitator');
        if (!result.ok) return result;
      }
      return { ok: true, value: true };
    });
    if (added === null) return;
    board.rejected.discard(...items);
    notify(t('notSent.added'));
  };
  const { units } = board.snapshots.get();
  const unit = units.find(({ id }) => id === board.me.unit)?.name ?? null;
  const canAdd = (item: RejectedItem) =>
    item.root === 'drafts' ? privateDoc !== null : board.canEdit && canAddAgain(item);

  return (
    <>
      <p className="field-hint">{t('notSent.hint', { place: keptWhere('small') })}</p>
      <RejectedList
        items={items}
        who={{ canEdit: board.canEdit, unit, word }}
        onDiscard={(gone) => board.rejected.discard(...gone)}
      >
        {(entry) =>
          entry.items.every(canAdd) ? (
            <Button
              aria-label={t('notSent.addAgainName', { text: shortName(entry.text) })}
              onClick={() => add(entry.items)}
            >
              {t('notSent.addAgain')}
            </Button>
          ) : null
        }
      </RejectedList>
    </>
  );
}

/** What was written alone goes back to where nobody else sees it. */
function writeAgain({ doc, rejected }: LiveBoard, privateDoc: PrivateDoc, item: RejectedItem): void {
  const kept = draftAgain(
    privateDoc.doc,
    item,
    currentPhase(readSession(doc))?.id ?? null,
    serverClock.now(),
  );
  if (!kept.ok) return notify(sayFailure(kept.error), 'wrong');
  rejected.discard(item);
  notify(t('notSent.draftAdded'));
}
