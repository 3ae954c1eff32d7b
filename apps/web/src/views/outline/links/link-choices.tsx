import type { Polarity, Strength } from '@coherence/board';
import { t } from '@coherence/words';

export const SIGN_WORDS = {
  '+': 'outline.signMore',
  '-': 'outline.signLess',
  '?': 'outline.signUnsure',
} as const;
const SIGNS = ['+', '-', '?'] as const;

const STRENGTHS = [
  [1, 'outline.weakChoice'],
  [2, 'outline.mediumChoice'],
  [3, 'outline.strongChoice'],
] as const;

type LinkChoicesProps = {
  polarity: Polarity;
  strength: Strength;
  delay: boolean;
  /** Whose view this is, where several stand in one list. */
  signLabel: string;
  strengthLabel: string;
  onChange: (change: { polarity?: Polarity; strength?: Strength; delay?: boolean }) => void;
};

/** Sign, strength and delay of one link, for keyboard and single pointer alike. */
export function LinkChoices({
  polarity,
  strength,
  delay,
  signLabel,
  strengthLabel,
  onChange,
}: LinkChoicesProps) {
  return (
    <div className="link-choices">
      <select
        className="input"
        aria-label={signLabel}
        value={polarity}
        onChange={({ target }) => {
          const sign = SIGNS.find((known) => known === target.value);
          if (sign !== undefined) onChange({ polarity: sign });
        }}
      >
        {SIGNS.map((sign) => (
          <option key={sign} value={sign}>
            {t(SIGN_WORDS[sign])}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={strengthLabel}
        value={strength}
        onChange={({ target }) => {
          const [level] = STRENGTHS.find(([known]) => String(known) === target.value) ?? [];
          if (level !== undefined) onChange({ strength: level });
        }}
      >
        {STRENGTHS.map(([level, word]) => (
          <option key={level} value={level}>
            {t(word)}
          </option>
        ))}
      </select>
      <label className="link-delay">
        <input
          type="checkbox"
          checked={delay}
          onChange={({ target }) => onChange({ delay: target.checked })}
        />
        {t('outline.takesTime')}
      </label>
    </div>
  );
}
