import { CHOICES, MOTION, type Ballot } from '@coherence/board';
import { t } from '../../../i18n/with-vote.ts';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';

const WORDS = { yes: t('vote.yes'), no: t('vote.no'), abstain: t('vote.abstain') } as const;
const ANSWERS = CHOICES.map((choice, index) => ({ value: index + 1, label: WORDS[choice] }));

type MotionProps = { ballot: Ballot; onGive: (item: string, mark: number) => void };

/** Yes, no or abstain. */
export function Motion({ ballot, onGive }: MotionProps) {
  const [said = 0] = ballot[MOTION] ?? [];
  return (
    <div className="ballot-motion">
      <Choices
        legend={t('vote.yourVote')}
        choices={ANSWERS}
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
