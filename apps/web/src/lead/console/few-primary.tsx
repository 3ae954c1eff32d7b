import { t } from '@coherence/words';
import { useState } from 'react';
import { useMeta } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { NextAct } from './next-act.ts';
import { actWords } from './state-line.ts';
import type { ConsoleActs, FewChoice } from './use-console.ts';
import './few-primary.css';

type FewProps = { act: Extract<NextAct, { kind: 'few' }>; acts: ConsoleActs };

/** The button of a reveal that rests on fewer than three people, and what the facilitator can do about it. */
export function FewPrimary({ act, acts }: FewProps) {
  const [isOpen, setOpen] = useState(false);
  const { unitWord: word } = useMeta();
  const close = () => setOpen(false);
  const choose = (what: FewChoice) => {
    close();
    void acts.decideFew(what, act.reading);
  };
  return (
    <>
      <Button
        variant="primary"
        className="console-primary"
        aria-haspopup="dialog"
        aria-disabled={acts.busy}
        onClick={() => setOpen(true)}
      >
        {actWords(act)}
      </Button>
      <Dialog open={isOpen} title={t('console.fewTitle')} closeLabel={t('shell.close')} onClose={close}>
        <div className="few-choices">
          <p>{t('console.fewWhy')}</p>
          {act.asked ? (
            <Choice
              words={t('console.fewShow')}
              hint={t('console.fewShowHint')}
              onChoose={() => choose('consented')}
              isFirst
            />
          ) : (
            <Choice
              words={t('console.fewAsk')}
              hint={t('console.fewAskHint')}
              onChoose={() => choose('ask')}
              isFirst
            />
          )}
          <Choice
            words={t('console.fewKeep')}
            hint={t('console.fewKeepHint', { word })}
            onChoose={() => choose('keep')}
          />
          <Choice
            words={t('console.fewLater')}
            hint={t(act.asked ? 'console.fewLaterAsked' : 'console.fewLaterHint')}
            onChoose={close}
          />
        </div>
      </Dialog>
    </>
  );
}

type ChoiceProps = { words: string; hint: string; onChoose: () => void; isFirst?: boolean };

function Choice({ words, hint, onChoose, isFirst = false }: ChoiceProps) {
  return (
    <div className="few-choice">
      <Button variant={isFirst ? 'primary' : 'plain'} onClick={onChoose}>
        <bdi>{words}</bdi>
      </Button>
      <p>{hint}</p>
    </div>
  );
}
