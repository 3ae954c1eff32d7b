import { currentPhase, readSession } from '@coherence/board';
import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { addAgain, canAddAgain } from '../../live/not-sent/add-again.ts';
import type { NotSentItem } from '../../live/not-sent/not-sent.ts';
import { useNotSent } from '../../live/not-sent/use-not-sent.ts';
import { useMine, type Mine } from '../../live/mine/use-mine.ts';
import { draftAgain } from '../../live/not-sent/draft-again.ts';
import type { LiveBoard } from '../../live/open-board.ts';
import { runOperation } from '../../live/document/use-operation.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../frame/notices.ts';
import { NotSentList } from './not-sent-list.tsx';
import { shortName } from './why-words.ts';

/** What the board has not taken, why, and what can be done with it. */
export function NotSentPanel() {
  const board = useLive();
  const items = useNotSent();
  const mine = useMine();
  if (items.length === 0) return <p>{t('notSent.empty')}</p>;

  const add = (item: NotSentItem) => {
    if (item.root === 'drafts') return mine === null ? undefined : writeAgain(board, mine, item);
    const added = runOperation(board, (doc, actor) => {
      const result = addAgain(doc, item, actor, Date.now());
      return result.ok ? { ok: true, value: true } : result;
    });
    if (added === null) return;
    board.tray.discard(item);
    notify(t('notSent.added'));
  };

  return (
    <>
      <p className="field-hint">{t('notSent.hint')}</p>
      <NotSentList items={items} onDiscard={(item) => board.tray.discard(item)}>
        {(item) =>
          (item.root === 'drafts' ? mine !== null : board.canEdit && canAddAgain(item)) ? (
            <Button
              aria-label={t('notSent.addAgainName', { text: shortName(item.text) })}
              onClick={() => add(item)}
            >
              {t('notSent.addAgain')}
            </Button>
          ) : null
        }
      </NotSentList>
    </>
  );
}

/** What was written alone goes back to where nobody else sees it. */
function writeAgain({ doc, tray }: LiveBoard, mine: Mine, item: NotSentItem): void {
  const kept = draftAgain(mine.doc, item, currentPhase(readSession(doc))?.id ?? null, Date.now());
  if (!kept.ok) return notify(kept.error.message, 'wrong');
  tray.discard(item);
  notify(t('notSent.draftAdded'));
}
