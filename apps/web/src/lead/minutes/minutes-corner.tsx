import { t } from '@coherence/words';
import { useEffect } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { TEXT_FIELDS } from './in-hand.ts';
import { MinutesField } from './minutes-field.tsx';
import { kindOfKey } from './minutes-keys.ts';
import { MinutesList } from './minutes-list.tsx';
import { useKeysWanted } from '../../together/keys-wanted.ts';
import { useMinutesDraft, useOpenMinutesField } from './use-minutes-draft.ts';
import './minutes.css';

/** What keeping needs on every screen of a facilitator: the keys, the field over the page and the list. */
export function MinutesCorner() {
  const { draft, state } = useMinutesDraft();
  const open = useOpenMinutesField();
  const [wanted] = useKeysWanted();

  useEffect(() => {
    if (!wanted) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TEXT_FIELDS) !== null) return;
      if (document.querySelector('.dialog, .menu') !== null) return;
      const kind = kindOfKey(event);
      if (kind === null) return;
      event.preventDefault();
      open(kind);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open, wanted]);

  return (
    <>
      {state.open ? <MinutesField /> : null}
      <Dialog
        open={state.list}
        title={t('shell.kept')}
        closeLabel={t('shell.close')}
        onClose={() => draft.showList(false)}
        wide
      >
        <MinutesList />
      </Dialog>
    </>
  );
}
