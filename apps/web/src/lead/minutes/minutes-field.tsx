import { addNote, NOTE_KINDS, TEXT_MAX } from '@coherence/board';
import { t } from '@coherence/words';
import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useOperation } from '../../live/document/use-operation.ts';
import { useSnapshot } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { useBackCloses } from '../../ui/back/use-back.ts';
import { notify } from '../../frame/notices.ts';
import { holdFocus } from './in-hand.ts';
import { listedName } from './minutes-notes.ts';
import { useMinutesDraft } from './use-minutes-draft.ts';
import { serverClock } from '../../live/server/server-clock.ts';

const HINTS = {
  decision: 'keep.decisionHint',
  parked: 'keep.parkedHint',
  disagreement: 'keep.disagreementHint',
  note: 'keep.noteHint',
} as const;

/** A small field over the page: nothing under it moves, and the focus goes back to where it was. */
export function MinutesField() {
  const { draft, state } = useMinutesDraft();
  const { kind, text, about } = state.waiting;
  const snapshot = useSnapshot();
  const operate = useOperation();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const giveBack = holdFocus(document);
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
    return giveBack;
  }, []);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, [kind]);

  const keep = () => {
    const words = text.trim();
    const at = serverClock.now();
    const isKept =
      words === '' || operate((doc) => addNote(doc, { kind, text: words, at, about: [...about] })) !== null;
    if (!isKept) return;
    draft.clear();
    if (words !== '') notify(t('keep.kept', { kind: t(`keep.kind_${kind}`) }));
  };

  useBackCloses(() => draft.putAside());
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      draft.putAside();
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) {
      event.preventDefault();
      keep();
    }
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of what is inside
    <form
      className="minutes-field"
      aria-label={t('keep.fieldTitle')}
      aria-describedby={`${id}-hint`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Choices
        legend={t('keep.kindOf')}
        className="minutes-kinds"
        choices={NOTE_KINDS.map((one) => ({ value: one, label: t(`keep.kind_${one}`) }))}
        value={kind}
        onChoose={(chosen) => draft.change({ kind: chosen })}
      />
      <textarea
        dir="auto"
        ref={field}
        className="input"
        aria-label={t('keep.words')}
        placeholder={t(HINTS[kind])}
        rows={2}
        maxLength={TEXT_MAX}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      {about.map((record) => {
        const name = listedName(snapshot, record);
        return name === null ? null : (
          <p key={record} className="minutes-about">
            <span>{t('keep.about', { name })}</span>
            <Button
              variant="quiet"
              aria-label={t('keep.aboutNot', { name })}
              onClick={() => draft.change({ about: about.filter((other) => other !== record) })}
            >
              <span aria-hidden>×</span>
            </Button>
          </p>
        );
      })}
      <div className="minutes-foot">
        <p id={`${id}-hint`}>{t('keep.enter')}</p>
        <Button variant="quiet" onClick={() => draft.putAside()}>
          {t('keep.aside')}
        </Button>
        <Button type="submit">{t('keep.keep')}</Button>
      </div>
    </form>
  );
}
