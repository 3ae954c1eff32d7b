import { t } from '@coherence/words';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import type { Outcome } from './optimistic-agenda.ts';
import { draftState, type WordsDraft } from './words-draft.ts';
import { sayFailure, type Failed } from '../../live/failure.ts';

/** After the last letter; others see what was typed then. */
const SAVE_AFTER_MS = 500;
/** While the server cannot be reached. */
const TRY_AGAIN_MS = 4000;

type WordsFieldProps = {
  label: string;
  hint?: string;
  /** The words that stand on the board. */
  value: string;
  maxLength?: number;
  /** More than one line to begin with. */
  rows?: number;
  /** Digits only. */
  numeric?: boolean;
  className?: string;
  /** Who changed the agenda last, where words clash. */
  other: string;
  /** What is wrong with words, or null. */
  check?: (words: string) => string | null;
  onSave: (was: string, words: string) => Promise<Outcome>;
};

/** Words that are saved while they are typed. What others change meanwhile is offered, never lost and never forced. */
export function WordsField(props: WordsFieldProps) {
  const { label, hint, value, maxLength, rows, numeric = false, className, other, check, onSave } = props;
  const [draft, setDraft] = useState<WordsDraft | null>(null);
  const [refused, setRefused] = useState<Failed | null>(null);
  const state = draftState(draft, value);
  const shown = draft === null || state === 'none' ? value : draft.words;
  const wrong = state === 'none' || check === undefined ? null : check(shown);

  const save = async (final: boolean): Promise<void> => {
    if (draft === null) return;
    if (final && state !== 'unsaved' && state !== 'theirs') setDraft(null);
    if (state !== 'unsaved' || wrong !== null) return;
    const { words, was } = draft;
    const saving = onSave(was, words);
    setDraft(final ? null : { words, was: words });
    const outcome = await saving;
    setRefused(outcome.kind === 'refused' ? outcome.failed : null);
    if (outcome.kind === 'refused') {
      setDraft((now) => ({ words: now?.words ?? words, was }));
    } else if (outcome.kind === 'nothing' && final) setDraft({ words, was });
  };
  const saveNow = useEffectEvent(save);

  useEffect(() => {
    if (draft === null || (refused !== null && refused.code !== 'unreachable')) return undefined;
    const timer = setTimeout(() => void saveNow(false), refused === null ? SAVE_AFTER_MS : TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [draft, refused]);

  // What was typed in the last moment before the editor closed is saved too.
  useEffect(() => () => void saveNow(true), []);

  const change = (words: string) => {
    setRefused(null);
    setDraft({ words, was: draft === null || state === 'none' ? value : draft.was });
  };
  const common = {
    value: shown,
    maxLength,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: () => void save(true),
  };
  const isClash = state === 'theirs';
  const error = refused === null || isClash ? wrong : t('agenda.notSaved', { why: sayFailure(refused) });

  return (
    <div className={['agenda-field', className].filter(Boolean).join(' ')}>
      <Field label={label} hint={hint} error={error}>
        {(wiring) =>
          rows === undefined ? (
            <input {...wiring} {...common} inputMode={numeric ? 'numeric' : 'text'} autoComplete="off" />
          ) : (
            <textarea {...wiring} {...common} rows={rows} />
          )
        }
      </Field>
      {isClash ? (
        <div className="agenda-clash" role="alert">
          <p>{t('agenda.clash', { other, words: value })}</p>
          <div className="agenda-buttons">
            <Button onClick={() => setDraft({ words: shown, was: value })}>{t('agenda.keepMine')}</Button>
            <Button onClick={() => setDraft(null)}>{t('agenda.takeTheirs')}</Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}
