import { answerAsked, notesAskedAbout, type Draft, type Session } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { useDrafts, usePrivateDoc } from '../../live/private-doc/use-private-doc.ts';
import { useSession } from '../../live/document/use-session.ts';
import { Button } from '../../ui/button.tsx';
import { saidYes } from './asked.ts';
import './notes/own-notes.css';

/** The private question whether own notes may be shown although fewer than three people wrote without a name. */
export function AskedQuestion() {
  const { asked } = useSession();
  const drafts = useDrafts();
  const notes = notesAskedAbout(drafts, asked);
  return asked === null || notes.length === 0 ? null : (
    <Question key={asked.at} asked={asked} notes={notes} />
  );
}

type QuestionProps = { asked: NonNullable<Session['asked']>; notes: readonly Draft[] };

function Question({ asked, notes }: QuestionProps) {
  const privateDoc = usePrivateDoc();
  const [isOpen, setOpen] = useState(true);
  const said = saidYes(notes, asked.at);
  const answer = (isYes: boolean) => {
    if (privateDoc === null) return;
    answerAsked(
      privateDoc.doc,
      notes.map(({ id }) => id),
      asked.at,
      isYes,
    );
    setOpen(false);
  };
  if (said !== null && !isOpen)
    return (
      <p className="late-notes asked-said">
        <span>{t(said ? 'write.askedYes' : 'write.askedNo')}</span>
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {t('write.askedChange')}
        </Button>
      </p>
    );
  return (
    <section className="late-notes" aria-labelledby="asked-title">
      <h3 id="asked-title">{t('write.asked', { n: notes.length })}</h3>
      <p>{t('write.askedWhy')}</p>
      {/* Neither answer is the primary button: the question leans to no side. */}
      <p className="late-foot">
        <Button onClick={() => answer(false)}>{t('write.askedSayNo')}</Button>
        <Button onClick={() => answer(true)}>{t('write.askedSayYes')}</Button>
      </p>
    </section>
  );
}
