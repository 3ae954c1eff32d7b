import { CHOICES, MOTION, type Ballot } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';

const WORDS = { yes: 'vote.yes', no: 'vote.no', abstain: 'vote.abstain' } as const;

type MotionProps = { ballot: Ballot; onGive: (item: string, mark: number) => void };

/** Yes, no or abstain. */
export function Motion({ ballot, onGive }: MotionProps) {
  const [said = 0] = ballot[MOTION] ?? [];
  return (
    <div className="ballot-motion">
      <Choices
        legend={t('vote.yourVote')}
        choices={CHOICES.map((choice, index) => ({ value: index + 1, label: t(WORDS[choice]) }))}
        value={said === 0 ? null : said}
        className="ballot-answers"
        onChoose={(mark) => onGive(MOTION, mark)}
      />
      <Button variant="quiet" disabled={said === 0} onClick={() => onGive(MOTION, 0)}>
        {t('vote.takeBack')}
      </Button>
    </div>
  );
}
