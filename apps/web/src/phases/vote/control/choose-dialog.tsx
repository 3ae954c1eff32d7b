import type { BoardSnapshot } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ballotSections } from '../ballot/ballot-list.ts';

type ChooseDialogProps = {
  snapshot: BoardSnapshot;
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
  onClose: () => void;
};

const NOBODY: ReadonlySet<string> = new Set();

/** Ticks what is voted on, in the order in which the ballot will show it. */
export function ChooseDialog({ snapshot, chosen, onChoose, onClose }: ChooseDialogProps) {
  const all = [snapshot.factors, snapshot.groups, snapshot.strategies].flatMap((records) =>
    records.map(({ id }) => id),
  );
  const sections = ballotSections(snapshot, all, NOBODY);
  const ticked = new Set(chosen);
  const tick = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(all.filter((id) => next.has(id)));
  };
  return (
    <Dialog
      open
      wide
      title={t('vote.chooseTitle')}
      closeLabel={t('vote.close')}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={chosen.length === 0} onClick={onClose}>
          {t('vote.chooseDone', { n: chosen.length })}
        </Button>
      }
    >
      {sections.map(({ key, title, items }) => {
        const ids = items.map(({ id }) => id);
        const isAll = ids.every((id) => ticked.has(id));
        return (
          <fieldset key={key} className="vote-choose">
            <legend dir="auto">{title}</legend>
            <Button
              variant="quiet"
              onClick={() => tick(ids, !isAll)}
              aria-label={`${title}: ${isAll ? t('vote.chooseNone') : t('vote.chooseAll')}`}
            >
              {isAll ? t('vote.chooseNone') : t('vote.chooseAll')}
            </Button>
            {items.map((item) => (
              <label key={item.id}>
                <input
                  type="checkbox"
                  checked={ticked.has(item.id)}
                  onChange={({ target }) => tick([item.id], target.checked)}
                />
                <span dir="auto">{item.text}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </Dialog>
  );
}
