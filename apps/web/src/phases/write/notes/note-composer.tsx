import { t } from '@coherence/words';
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react';
import { inPieces } from '../../../factors/paste/in-pieces.ts';
import type { PastedFactors } from '../../../factors/paste/pasted-factors.ts';
import { fetchPaste, takePaste } from '../../../factors/paste/take-paste.ts';
import { useLive } from '../../../live/live-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { countWords, isLong } from './note-length.ts';
import { useFitHeight } from './use-fit-height.ts';

type NoteComposerProps = {
  text: string;
  onText: (text: string) => void;
  /** Why the notes could not be added; null when all were. */
  onAdd: (texts: readonly string[]) => string | null;
  placeholder: string;
  /** Said instead of the usual hint. */
  hint?: string | null;
  /** Before the buttons: what was written so far. */
  status: ReactNode;
  /** Another button beside "Add". */
  children?: ReactNode;
};

/** Where notes are written: Enter adds one and stays, a pasted list adds many, what is typed is never lost. */
export function NoteComposer(props: NoteComposerProps) {
  const { text, onText, onAdd, placeholder, status, children } = props;
  const { role } = useLive();
  const field = useFitHeight(text);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(fetchPaste, []);

  const commit = (): void => {
    const words = text.trim();
    if (words === '') return;
    const why = onAdd(inPieces(words));
    if (why === null) onText('');
    setSaid(why === null ? null : t('write.tooMany', { why }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    commit();
  };
  const addPasted = ({ texts, next }: PastedFactors): void => {
    const why = onAdd(texts);
    if (why !== null) setSaid(t('write.tooMany', { why }));
    else if (next !== null) setSaid(t('write.left', { next }));
    else setSaid(t('write.added', { n: texts.length }));
  };

  const usual = props.hint ?? t('write.hint');
  const hint = isLong(text) ? t('write.long', { words: countWords(text) }) : usual;
  return (
    <div>
      <textarea
        dir="auto"
        ref={field}
        className="note-field"
        rows={1}
        value={text}
        aria-label={t('write.compose')}
        aria-describedby="note-hint"
        placeholder={placeholder}
        enterKeyHint="done"
        onChange={({ target }) => {
          setSaid(null);
          onText(target.value);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => takePaste(event, addPasted)}
      />
      <p id="note-hint" className="note-hint">
        {said ?? hint}
      </p>
      <div className="note-foot">
        <p className="note-status" aria-live="polite">
          {status}
        </p>
        {children}
        <Button
          // Who leads has the primary button of the screen in the console.
          variant={role === 'facilitator' ? 'plain' : 'primary'}
          size="l"
          disabled={text.trim() === ''}
          // The field keeps the focus, and the phone its keyboard.
          onPointerDown={(event) => event.preventDefault()}
          onClick={commit}
        >
          {t('write.add')}
        </Button>
      </div>
    </div>
  );
}
