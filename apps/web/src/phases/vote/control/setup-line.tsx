import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { useSnapshot } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EarlierRounds } from './closed-rounds.tsx';
import { useSetup } from '../vote-setup.ts';
import { SetupForm } from './setup-form.tsx';
import { setupWords } from './setup-words.ts';

/** How the vote will go, in words; the one primary button of the console opens it so. The form is a button away. */
export function SetupLine({ phase }: { phase: Phase }) {
  const live = useLive();
  const snapshot = useSnapshot();
  const [setup] = useSetup(live.id, phase);
  const [changing, setChanging] = useState(false);
  return (
    <div className="vote-now">
      <p className="vote-summary">{setupWords(snapshot, setup, phase)}</p>
      <div className="vote-control-row">
        <Button aria-haspopup="dialog" onClick={() => setChanging(true)}>
          {t('vote.change')}
        </Button>
        <EarlierRounds />
      </div>
      <Dialog
        open={changing}
        title={t('vote.setUp')}
        closeLabel={t('vote.done')}
        onClose={() => setChanging(false)}
      >
        <SetupForm phase={phase} />
      </Dialog>
    </div>
  );
}
