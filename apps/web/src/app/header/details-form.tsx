import { QUESTION_MAX, setMeta, TITLE_MAX, type Meta, plainName } from '@coherence/board';
import { t } from '@coherence/words';
import { useState, type SubmitEvent } from 'react';
import { useOperation } from '../../live/document/use-operation.ts';
import { useWholeSnapshot } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** Title, focus question and date can be put right at any moment of a session. */
export function DetailsForm({ onDone }: { onDone: () => void }) {
  const { meta } = useWholeSnapshot();
  const run = useOperation();
  const [title, setTitle] = useState(meta.title);
  const [question, setQuestion] = useState(meta.question);
  const [date, setDate] = useState(meta.sessionDate ?? '');
  const [error, setError] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (plainName(title) === '') return setError(t('create.needTitle'));
    const given = {
      title: plainName(title),
      question: question.trim(),
      sessionDate: date === '' ? null : date,
    };
    const isTaken = run((doc) => setMeta(doc, changedFrom(meta, given))) !== null;
    if (isTaken) onDone();
  };

  return (
    <form className="page-form" onSubmit={submit} noValidate>
      <Field label={t('create.boardTitle')} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            value={title}
            maxLength={TITLE_MAX}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('create.question')}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            value={question}
            maxLength={QUESTION_MAX}
            onChange={(event) => setQuestion(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('create.date')}>
        {(wiring) => (
          <input {...wiring} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
        )}
      </Field>
      <div className="page-actions">
        <Button type="submit" variant="primary">
          {t('shell.save')}
        </Button>
      </div>
    </form>
  );
}

/** What is too long already keeps nobody from changing the rest. */
function changedFrom<G extends Partial<Meta>>(meta: Meta, given: G): Partial<G> {
  const changed = Object.entries(given).filter(([key, value]) => meta[key as keyof Meta] !== value);
  return Object.fromEntries(changed) as Partial<G>;
}
