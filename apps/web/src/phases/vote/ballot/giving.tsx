import { type OpenRound, CHOICES, MOTION, type Ballot, RATING_MAX } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';

type StepperProps = {
  round: OpenRound;
  /** The words of the item, for a screen reader. */
  item: string;
  dots: number;
  left: number;
  isGone: boolean;
  onGive: (dots: number) => void;
  /** Somebody pressed plus where there is no more to give. */
  onLimit: (why: string) => void;
};

/** Minus, the dots given, plus. Plus stays in place when nothing more can be given, and says why. */
export function Stepper({ round, item, dots, left, isGone, onGive, onLimit }: StepperProps) {
  const limit =
    dots >= round.perItem
      ? t('vote.atMostReached', { perItem: round.perItem })
      : left <= 0
        ? t('vote.noneLeft')
        : null;
  const isFull = isGone || limit !== null;
  const more = () => {
    if (limit === null && !isGone) onGive(dots + 1);
    else if (limit !== null) onLimit(limit);
  };
  const less = () => {
    if (dots > 0) onGive(dots - 1);
  };
  return (
    <fieldset className="ballot-stepper">
      <legend dir="auto" className="visually-hidden">
        {item}
      </legend>
      <button
        type="button"
        className="ballot-step"
        aria-disabled={dots === 0}
        aria-label={t('vote.less', { item })}
        onClick={less}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
          <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
      <output className="ballot-dots" aria-live="polite">
        <span aria-hidden>{dots}</span>
        <span className="visually-hidden">{t('vote.dotsOn', { n: dots })}</span>
      </output>
      <button
        type="button"
        className="ballot-step"
        aria-disabled={isFull}
        aria-label={t('vote.more', { item })}
        onClick={more}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
          <path d="M3 8h10M8 3v10" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </button>
    </fieldset>
  );
}

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

const MARKS = Array.from({ length: RATING_MAX }, (_, index) => ({
  value: index + 1,
  label: String(index + 1),
}));

type RatingProps = {
  round: OpenRound;
  item: string;
  marks: readonly number[];
  isGone: boolean;
  onGive: (mark: number, question: number) => void;
};

/** One to five on each question of the round. */
export function Rating({ round, item, marks, isGone, onGive }: RatingProps) {
  const questions = round.questions.length === 0 ? [''] : round.questions;
  return (
    <div className="ballot-ratings">
      {questions.map((question, index) => {
        const mark = marks[index] ?? 0;
        const legend = question === '' ? t('vote.rateOnly', { item }) : t('vote.rate', { question, item });
        return (
          <div className="ballot-rating" key={question}>
            {question === '' ? null : (
              <span dir="auto" aria-hidden>
                {question}
              </span>
            )}
            <Choices
              legend={legend}
              choices={MARKS}
              value={mark === 0 ? null : mark}
              disabled={isGone}
              className="ballot-marks"
              onChoose={(given) => onGive(given, index)}
            />
            <Button
              variant="quiet"
              className="ballot-unrate"
              disabled={mark === 0}
              aria-label={t('vote.takeBackFor', { item })}
              onClick={() => onGive(0, index)}
            >
              {t('vote.takeBack')}
            </Button>
          </div>
        );
      })}
    </div>
  );
}
