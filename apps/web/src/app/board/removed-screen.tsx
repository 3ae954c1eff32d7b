import { t } from '@coherence/words';
import { forgetBoard } from '../../live/device/identity.ts';
import { useLive, useRejected } from '../../live/live-context.tsx';
import { useMeta } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { navigate } from '../../frame/navigation.tsx';
import { RejectedList } from '../rejected/rejected-list.tsx';
import { Page } from '../../frame/page.tsx';
import { paths } from '../../frame/routes.ts';
import { keptWhere } from '../../live/device/keeping.ts';

/** For a person whose key to the board no longer opens it: what happened, what was kept, what to do. */
export function RemovedScreen() {
  const { id, rejected } = useLive();
  const items = useRejected();
  const { unitWord: word } = useMeta();
  // The key would be refused at the door too; without it one joins as a new person.
  const join = () => {
    forgetBoard(id);
    navigate(paths.join());
  };
  return (
    <Page narrow>
      <h1>{t('notSent.removedTitle')}</h1>
      <p className="page-hint" role="alert">
        {t('notSent.removedHint')}
      </p>
      <p>{t('notSent.removedKept')}</p>
      {items.length === 0 ? null : (
        <section>
          <p>{t('notSent.removedWords', { place: keptWhere('small') })}</p>
          <RejectedList
            items={items}
            who={{ canEdit: false, unit: null, word }}
            onDiscard={(gone) => rejected.discard(...gone)}
          />
        </section>
      )}
      <p>{t('notSent.removedDo')}</p>
      <div className="page-actions">
        <Button variant="primary" size="l" onClick={join}>
          {t('shell.joinWithCode')}
        </Button>
      </div>
    </Page>
  );
}
