import {
  ANONYMITIES,
  isAlone,
  MODES,
  NAME_MAX,
  PHASE_KINDS,
  phaseFacts,
  QUESTION_MAX,
  type Phase,
} from '@coherence/board';
import { t } from '@coherence/words';
import { useMeta } from '../../live/document/use-projection.ts';
import type { OptimisticAgenda, Outcome } from './optimistic-agenda.ts';
import { changePhase, rewordPhase, withHabits, type AgendaEdit } from './agenda-edits.ts';
import { IDENTITY_WORDS, KIND_WORDS, MODE_WORDS } from './choice-words.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { VoteFields, wholeNumber } from './vote-fields.tsx';
import { WordsField } from './words-field.tsx';

const MINUTES_MAX = 600;

type PhaseFormProps = {
  phase: Phase;
  optimistic: OptimisticAgenda;
  other: string;
  /** Changes what is chosen, and says when that was refused. */
  onEdit: (edit: AgendaEdit) => Promise<Outcome>;
};

/** Everything about one phase. Saved as it is typed; people in the phase see it at once. */
export function PhaseForm({ phase, optimistic, other, onEdit }: PhaseFormProps) {
  const { id, kind, vote } = phase;
  const { unitWord: word } = useMeta();
  const change = (to: Partial<Phase>) => onEdit(changePhase(id, to));
  const words = (key: 'title' | 'prompt' | 'output') => ({
    value: phase[key],
    other,
    onSave: (was: string, typed: string) => optimistic.apply(rewordPhase(id, key, was, typed)),
  });
  return (
    <div className="agenda-form">
      <WordsField
        label={t('agenda.title')}
        maxLength={NAME_MAX}
        check={(typed) => (typed.trim() === '' ? t('agenda.needTitle') : null)}
        className="agenda-whole"
        {...words('title')}
      />
      <WordsField
        label={t('agenda.prompt')}
        hint={t('agenda.promptHint')}
        rows={2}
        maxLength={QUESTION_MAX}
        className="agenda-whole"
        {...words('prompt')}
      />
      <SelectField
        label={t('agenda.kind')}
        values={PHASE_KINDS}
        nameOf={(one) => t(KIND_WORDS[one])}
        value={kind}
        onChoose={(to) => void change(withHabits(phase, to))}
      />
      <WordsField
        label={t('agenda.minutes')}
        numeric
        value={String(phase.minutes)}
        other={other}
        check={(typed) => wholeNumber(typed, 0, MINUTES_MAX)}
        onSave={(_was, typed) => optimistic.apply(changePhase(id, { minutes: Number(typed) }))}
      />
      <SelectField
        label={t('agenda.who')}
        values={MODES}
        nameOf={(mode) => t(MODE_WORDS[mode])}
        value={phase.mode}
        onChoose={(mode) => void change({ mode })}
      />
      {isAlone(kind) ? (
        <SelectField
          label={t('agenda.identity')}
          {...(phase.identity === 'anonymous' ? { hint: t('agenda.identityHint') } : {})}
          values={ANONYMITIES}
          nameOf={(identity) => t(IDENTITY_WORDS[identity], { word })}
          value={phase.identity}
          onChoose={(identity) => void change({ identity })}
        />
      ) : null}
      {phaseFacts(kind).work === 'write' ? (
        <label className="agenda-check agenda-whole">
          <input
            type="checkbox"
            checked={phase.cellRequired}
            onChange={({ target }) => void change({ cellRequired: target.checked })}
          />
          <span>{t('agenda.cellRequired')}</span>
        </label>
      ) : null}
      {phaseFacts(kind).work === 'vote' ? (
        <VoteFields
          phase={phase}
          other={other}
          onChange={(to) => onEdit(changePhase(id, { vote: { ...vote, ...to } }))}
        />
      ) : null}
      <WordsField
        label={t('agenda.output')}
        hint={t('agenda.outputHint')}
        maxLength={NAME_MAX}
        className="agenda-whole"
        {...words('output')}
      />
    </div>
  );
}
