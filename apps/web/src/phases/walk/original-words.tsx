import { originalsOf, type Original } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useProjection, useSnapshot } from '../../live/document/use-projection.ts';
import { Button } from '../../ui/button.tsx';
import type { WalkNote } from './walk-notes.ts';

type OriginalWordsProps = {
  note: WalkNote;
  withUnits: boolean;
  /** Left out for who may only look. */
  onSplit?: (of: string) => void;
};

/** The words behind a note that was merged or reworded, each of which can be split off again. */
export function OriginalWords({ note, withUnits, onSplit }: OriginalWordsProps) {
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
        “{words}”{' '}
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
