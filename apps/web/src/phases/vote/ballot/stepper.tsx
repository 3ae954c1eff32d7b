import type { OpenRound } from '@coherence/board';
import { t } from '@coherence/words';

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
      <legend className="visually-hidden">{item}</legend>
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
