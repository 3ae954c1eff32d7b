import type { BoardSnapshot, OwnChoice, Phase } from '@coherence/board';
import { useState } from 'react';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { t } from '../../i18n/with-write.ts';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { ownChoices, promiseKey, tooFewHere, writersHere } from './promise.ts';
import './promise-line.css';

export const unitWordOf = (snapshot: BoardSnapshot) => snapshot.meta.unitWord;

type PromiseProps = {
  phase: Phase;
  /** What this person shows with notes they add now, beyond the promise. */
  show: OwnChoice | null;
  onShow: (show: OwnChoice | null) => void;
};

/** What is shown with one's notes, one's own choice to show more, and behind a fold what is stored of them. */
export function PromiseLine({ phase, show, onShow }: PromiseProps) {
  const { me } = useLive();
  const { attending } = useSession();
  const word = useProjection(unitWordOf);
  const unit = useProjection(unitMarks).get(me.unit ?? '')?.name ?? null;
  const isAlone = me.unit !== null && (attending[me.unit] ?? 0) === 1;
  const writer = { identity: phase.identity, unit, name: me.name };
  const most = ownChoices(writer).at(-1);
  return (
    <div className="write-promise">
      <p>{t(promiseKey({ ...writer, isAlone }), { word, unit: unit ?? '' })}</p>
      {most === undefined ? null : (
        <label className="write-show">
          <input
            type="checkbox"
            checked={show !== null}
            onChange={({ target }) => onShow(target.checked ? most : null)}
          />
          <span>{t(most === 'named' ? 'write.showName' : 'write.showUnit', { word })}</span>
        </label>
      )}
      <details>
        <summary>{t('write.stored')}</summary>
        <p>{t('write.storedHow')}</p>
      </details>
    </div>
  );
}

/**
 * Said before anybody writes: too few are here for notes without names. Once enough have come it says so in the same
 * place, so that nothing below it moves.
 */
export function TooFewHere({ phase }: { phase: Phase }) {
  const session = useSession();
  const few = Object.hasOwn(session.revealed, phase.id) ? null : tooFewHere(phase.identity, session);
  const [wasFew, setWasFew] = useState(few !== null);
  if (few !== null && !wasFew) setWasFew(true);
  if (few === null && (!wasFew || phase.identity !== 'anonymous')) return null;
  return (
    <output className={few === null ? 'write-few write-enough' : 'write-few'}>
      {few === null ? t('write.enough', { n: writersHere(session) }) : t('write.tooFew', { n: few })}
    </output>
  );
}
