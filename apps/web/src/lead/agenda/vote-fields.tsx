import { NAME_MAX, VOTE_METHODS, VOTE_ON, type Phase, type VoteSettings } from '@coherence/board';
import { t } from '@coherence/words';
import type { Outcome } from './optimistic-agenda.ts';
import { METHOD_WORDS, ON_WORDS } from './choice-words.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { WordsField } from './words-field.tsx';

const DOTS_MAX = 100;

type VoteFieldsProps = {
  phase: Phase;
  other: string;
  onChange: (change: Partial<VoteSettings>) => Promise<Outcome>;
};

/** How the vote of a phase is meant to go; it can still be changed when it is opened. */
export function VoteFields({ phase: { vote }, other, onChange }: VoteFieldsProps) {
  const [first = '', second = ''] = vote.questions;
  const ask = (one: string, two: string) =>
    onChange({ questions: two !== '' ? [one, two] : one !== '' ? [one] : [] });
  return (
    <fieldset className="agenda-vote">
      <legend>{t('agenda.voteLegend')}</legend>
      <SelectField
        label={t('agenda.method')}
        values={VOTE_METHODS}
        nameOf={(method) => t(METHOD_WORDS[method])}
        value={vote.method}
        onChoose={(method) => void onChange({ method })}
      />
      {vote.method === 'recorded' ? null : (
        <SelectField
          label={t('agenda.on')}
          values={VOTE_ON}
          nameOf={(on) => t(ON_WORDS[on])}
          value={vote.on}
          onChoose={(on) => void onChange({ on })}
        />
      )}
      {vote.method === 'dots' ? (
        <>
          <WordsField
            label={t('agenda.budget')}
            hint={t('agenda.budgetHint')}
            numeric
            value={vote.budget === null ? '' : String(vote.budget)}
            other={other}
            check={(words) => (words === '' ? null : wholeNumber(words, 1, DOTS_MAX))}
            onSave={(_was, words) => onChange({ budget: words === '' ? null : Number(words) })}
          />
          <WordsField
            label={t('agenda.perItem')}
            hint={t('agenda.perItemHint')}
            numeric
            value={String(vote.perItem)}
            other={other}
            check={(words) => wholeNumber(words, 1, DOTS_MAX)}
            onSave={(_was, words) => onChange({ perItem: Number(words) })}
          />
        </>
      ) : null}
      {vote.method === 'rating' ? (
        <>
          <WordsField
            label={t('agenda.firstQuestion')}
            hint={t('agenda.firstQuestionHint')}
            value={first}
            maxLength={NAME_MAX}
            other={other}
            onSave={(_was, words) => ask(words, second)}
          />
          <WordsField
            label={t('agenda.secondQuestion')}
            hint={t('agenda.secondQuestionHint')}
            value={second}
            maxLength={NAME_MAX}
            other={other}
            check={(words) => (words !== '' && first === '' ? t('agenda.needFirst') : null)}
            onSave={(_was, words) => ask(first, words)}
          />
        </>
      ) : null}
    </fieldset>
  );
}

/** What is wrong with a number that was typed, or null. */
export function wholeNumber(words: string, min: number, max: number): string | null {
  const number = Number(words);
  const fits = /^(0|[1-9]\d*)$/.test(words) && number >= min && number <= max;
  return fits ? null : t('agenda.number', { min, max });
}
