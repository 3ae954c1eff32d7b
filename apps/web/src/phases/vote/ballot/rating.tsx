import { RATING_MAX, type OpenRound } from '@coherence/board';
import { t } from '@coherence/words';
import { Button } from '../../../ui/button.tsx';
import { Choices } from '../../../ui/choices.tsx';

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
            {question === '' ? null : <span aria-hidden>{question}</span>}
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
