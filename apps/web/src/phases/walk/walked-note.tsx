import { TEXT_MAX, originalsOf, type Original } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection, useSnapshot } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import type { WalkActs } from './use-walk.ts';
import type { WalkNote } from './walk-notes.ts';

type WalkedNoteProps = {
  note: WalkNote;
  position: string;
  withUnits: boolean;
  /** Left out for who may only look. */
  acts?: WalkActs;
};

/** The note that is read aloud, large, with who said it and what it was made of. */
export function WalkedNote({ note, position, withUnits, acts }: WalkedNoteProps) {
  const live = useLive();
  const [isRewording, setRewording] = useState(false);
  const marks = useProjection(unitMarks);
  return (
    <article className="walk-note" aria-label={position}>
      <p className="walk-note-head">
        <span>{position}</span>
        {note.no === null ? null : <span>{t('walk.number', { n: note.no })}</span>}
        {withUnits ? <UnitChips units={note.units} names={note.names} marks={marks} /> : null}
      </p>
      {isRewording && acts !== undefined ? (
        <RewordForm
          text={live.snapshots.get().factors.find(({ id }) => id === note.id)?.text ?? note.text}
          onDone={(words) => {
            setRewording(false);
            if (words !== null) acts.reword(words);
          }}
        />
      ) : (
        <h2
          dir="auto"
          className={note.text.length > 140 ? 'walk-words walk-words-long' : 'walk-words'}
          aria-live="polite"
        >
          {note.text}
        </h2>
      )}
      <div className="walk-note-foot">
        {acts === undefined || isRewording ? null : (
          <Button variant="quiet" onClick={() => setRewording(true)}>
            {t('walk.reword')}
          </Button>
        )}
        <OriginalWords
          note={note}
          withUnits={withUnits}
          {...(acts === undefined ? {} : { onSplit: acts.split })}
        />
      </div>
    </article>
  );
}

function RewordForm({ text, onDone }: { text: string; onDone: (words: string | null) => void }) {
  const [words, setWords] = useState(text);
  const save = (): void => onDone(words.trim() === '' || words === text ? null : words.trim());
  return (
    <form
      className="walk-reword"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        dir="auto"
        className="input"
        aria-label={t('walk.rewordLabel')}
        aria-describedby="walk-reword-hint"
        rows={4}
        maxLength={Math.max(TEXT_MAX, text.length)}
        value={words}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for by the button just pressed
        autoFocus
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(null);
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
      />
      <p>
        <Button type="submit">{t('walk.save')}</Button>
        <Button variant="quiet" onClick={() => onDone(null)}>
          {t('walk.cancel')}
        </Button>
        <span id="walk-reword-hint" className="walk-quiet">
          {t('walk.rewordHint')}
        </span>
      </p>
    </form>
  );
}

type OriginalWordsProps = {
  note: WalkNote;
  withUnits: boolean;
  /** Left out for who may only look. */
  onSplit?: (of: string) => void;
};

/** The words behind a note that was merged or reworded, each of which can be split off again. */
function OriginalWords({ note, withUnits, onSplit }: OriginalWordsProps) {
  const [isOpen, setOpen] = useState(false);
  const originals = originalsOf(useSnapshot(), note.id);
  if (originals.length === 0) return null;
  return (
    <div className="walk-originals">
      <Button variant="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {note.merged === 0 ? t('walk.reworded') : t('walk.originals', { n: note.merged })}
      </Button>
      {isOpen ? (
        <ul aria-label={t('walk.originalWords')}>
          {originals.map((original, index) => (
            <OriginalLine
              key={`${original.of} ${original.words}`}
              original={original}
              withUnits={withUnits}
              isOwn={original.of === note.id}
              // One button for each factor, not for each of its wordings.
              onSplit={originals.findIndex(({ of }) => of === original.of) === index ? onSplit : undefined}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type OriginalLineProps = {
  original: Original;
  isOwn: boolean;
  withUnits: boolean;
  onSplit: ((of: string) => void) | undefined;
};

function OriginalLine({ original, isOwn, withUnits, onSplit }: OriginalLineProps) {
  const marks = useProjection(unitMarks);
  const { of, no, words, units, names } = original;
  return (
    <li>
      <p>
        “<bdi>{words}</bdi>”{' '}
        <span className="walk-quiet">
          {isOwn ? t('walk.ownWords') : no === null ? null : t('walk.number', { n: no })}
        </span>{' '}
        {withUnits ? <UnitChips units={units} names={names} marks={marks} /> : null}
      </p>
      {isOwn || onSplit === undefined ? null : (
        <Button aria-label={t('walk.splitName', { text: words })} onClick={() => onSplit(of)}>
          {t('walk.split')}
        </Button>
      )}
    </li>
  );
}
