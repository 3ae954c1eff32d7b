import { t } from '../../i18n/translate.ts';
import { useLive } from '../../live/live-context.tsx';
import { addAgain, canAddAgain } from '../../live/not-sent/add-again.ts';
import type { NotSentItem } from '../../live/not-sent/not-sent.ts';
import { useNotSent } from '../../live/not-sent/use-not-sent.ts';
import { runOperation } from '../../live/use-operation.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../notices.ts';
import { NotSentList } from './not-sent-list.tsx';
import { shortName } from './why-words.ts';

/** What the board has not taken, why, and what can be done with it. */
export function NotSentPanel() {
  const board = useLive();
  const items = useNotSent();
  if (items.length === 0) return <p>{t('notSent.empty')}</p>;

  const add = (item: NotSentItem) => {
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
          board.canEdit && canAddAgain(item) ? (
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
