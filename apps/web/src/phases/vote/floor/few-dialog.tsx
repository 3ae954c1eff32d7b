import type { OpenRound } from '@coherence/board';
import { t } from '@coherence/words';
import type { ReactNode } from 'react';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { callOff, closeWithoutResult, voteOpenly } from '../run-vote.ts';
import { fewWords, givenBackWords, isChange } from './few-words.ts';
import './few.css';

type FewDialogProps = { round: OpenRound; onClose: () => void };

/** What a facilitator can do with a vote whose result would show what one or two people chose. */
export function FewDialog({ round, onClose }: FewDialogProps) {
  const live = useLive();
  const { title, why } = fewWords(round);
  const back = givenBackWords(round);
  const run = (act: (board: typeof live) => Promise<boolean>) => () => {
    onClose();
    void act(live);
  };
  return (
    <Dialog open title={title} closeLabel={t('vote.close')} onClose={onClose}>
      <p>{why}</p>
      <ul className="vote-ways">
        <Way hint={t('vote.waitHint')}>
          <Button variant="primary" onClick={onClose}>
            {t('vote.wait')}
          </Button>
        </Way>
        {isChange(round) ? (
          <Way hint={t('vote.keepEarlierHint')}>
            <Button onClick={run(callOff)}>{t('vote.keepEarlier')}</Button>
          </Way>
        ) : (
          <>
            <Way hint={`${t('vote.openlyHint')} ${back}`}>
              <Button onClick={run(voteOpenly)}>{t('vote.openly')}</Button>
            </Way>
            <Way hint={back}>
              <Button onClick={run(closeWithoutResult)}>{t('vote.without')}</Button>
            </Way>
          </>
        )}
      </ul>
    </Dialog>
  );
}

function Way({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <li>
      {children}
      <p className="field-hint">{hint}</p>
    </li>
  );
}
