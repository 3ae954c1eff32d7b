import { QUESTION_MAX, setMeta, TITLE_MAX, type BoardSnapshot } from '@coherence/board';
import { useState, type SubmitEvent } from 'react';
import { t } from '../../i18n/with-agenda.ts';
import { useOperation } from '../../live/document/use-operation.ts';
import { useProjection } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

const metaOf = (snapshot: BoardSnapshot) => snapshot.meta;

/** Title, focus question and date can be put right at any moment of a session. */
export function DetailsForm({ onDone }: { onDone: () => void }) {
  const meta = useProjection(metaOf);
  const run = useOperation();
  const [title, setTitle] = useState(meta.title);
  const [question, setQuestion] = useState(meta.question);
  const [date, setDate] = useState(meta.sessionDate ?? '');
  const [error, setError] = useState<string | null>(null);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setError(t('create.needTitle'));
    const sessionDate = date === '' ? null : date;
    run((doc) => setMeta(doc, { title: title.trim(), question: question.trim(), sessionDate }));
    return onDone();
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
