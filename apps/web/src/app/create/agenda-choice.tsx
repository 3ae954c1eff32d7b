import { AGENDA_TEMPLATES, templateLength, type AgendaTemplate, type Anonymity } from '@coherence/board';
import { t, type WordKey } from '@coherence/words';
import { Choices } from '../../ui/choices.tsx';
import { lengthWords } from './length-words.ts';

type ChoiceProps<Value> = { value: Value; onChoose: (value: Value) => void };

const WORDS = {
  'half-day': ['create.halfDay', 'create.halfDayFor'],
  'ninety-minutes': ['create.ninetyMinutes', 'create.ninetyMinutesFor'],
  'network-day': ['create.networkDay', 'create.networkDayFor'],
  blank: ['create.blank', 'create.blankFor'],
} as const satisfies Record<AgendaTemplate, readonly [WordKey, WordKey]>;

const AGENDAS = AGENDA_TEMPLATES.map((template) => ({ template, ...templateLength(template) }));

/** The agenda to begin with, each with its length. */
export function AgendaChoice({ value, onChoose }: ChoiceProps<AgendaTemplate>) {
  return (
    <div className="field">
      <p className="field-label" aria-hidden>
        {t('create.agenda')}
      </p>
      <p className="field-hint">{t('create.agendaHint')}</p>
      <Choices
        legend={t('create.agenda')}
        className="create-choices"
        value={value}
        onChoose={onChoose}
        choices={AGENDAS.map(({ template, minutes, phases }) => ({
          value: template,
          className: 'create-choice',
          label: (
            <>
              <span className="create-choice-words">
                <span className="create-choice-name">{t(WORDS[template][0])}</span>
                <span className="create-choice-for">{t(WORDS[template][1])}</span>
              </span>
              {phases === 0 ? null : (
                <span className="create-choice-length">
                  <span>{lengthWords(minutes)}</span>
                  <span className="create-choice-for">{t('create.phases', { n: phases })}</span>
                </span>
              )}
            </>
          ),
        }))}
      />
    </div>
  );
}

/** Whether names stand beside what people write alone, or only their unit. */
export function ShownChoice({ word, value, onChoose }: ChoiceProps<Anonymity> & { word: string }) {
  return (
    <div className="field">
      <p className="field-label" aria-hidden>
        {t('create.shown')}
      </p>
      <p className="field-hint">{t('create.shownHint')}</p>
      <Choices
        legend={t('create.shown')}
        className="create-choices create-shown"
        value={value}
        onChoose={onChoose}
        choices={[
          { value: 'unit', label: t('create.shownUnit', { word }), className: 'create-choice' },
          { value: 'named', label: t('create.shownNamed', { word }), className: 'create-choice' },
        ]}
      />
    </div>
  );
}
