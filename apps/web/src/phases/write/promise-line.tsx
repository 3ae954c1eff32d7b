import { t } from '@coherence/words';
import type { OwnChoice, Phase } from '@coherence/board';
import { useState, type ReactNode } from 'react';
import { unitMarks } from '../../factors/units/unit-marks.ts';
import { useLive } from '../../live/live-context.tsx';
import { useMeta, useProjection } from '../../live/document/use-projection.ts';
import { useSession } from '../../live/document/use-session.ts';
import { ownChoices, promiseKey, tooFewHere, writersHere } from './promise.ts';
import { keptWhere } from '../../live/device/keeping.ts';
import './promise-line.css';

type PromiseProps = {
  phase: Phase;
  /** One's own choice to show more; left out where it stands elsewhere on the screen. */
  children?: ReactNode;
};

/** What is shown with one's notes, one's own choice to show more, and behind a fold what is stored of them. */
export function PromiseLine({ phase, children }: PromiseProps) {
  const { me } = useLive();
  const { attending } = useSession();
  const { unitWord: word } = useMeta();
  const unit = useProjection(unitMarks).get(me.unit ?? '')?.name ?? null;
  const isAlone = me.unit !== null && (attending[me.unit] ?? 0) === 1;
  return (
    <div className="write-promise">
      <p>
        {t(promiseKey({ identity: phase.identity, unit, name: me.name, isAlone }), {
          word,
          unit: unit ?? '',
        })}
      </p>
      {children}
      <details>
        <summary>{t('write.stored')}</summary>
        <p>{t('write.storedHow', { place: keptWhere() })}</p>
      </details>
    </div>
  );
}

type ShowProps = {
  phase: Phase;
  /** What this person shows with notes they add now, beyond the promise. */
  show: OwnChoice | null;
  onShow: (show: OwnChoice | null) => void;
};

/** One's own name, or unit, with the notes one adds from now on. */
export function ShowMore({ phase, show, onShow }: ShowProps) {
  const { me } = useLive();
  const { unitWord: word } = useMeta();
  const unit = useProjection(unitMarks).get(me.unit ?? '')?.name ?? null;
  const most = ownChoices({ identity: phase.identity, unit, name: me.name }).at(-1);
  if (most === undefined) return null;
  return (
    <label className="write-show">
      <input
        type="checkbox"
        checked={show !== null}
        onChange={({ target }) => onShow(target.checked ? most : null)}
      />
      <span>{t(most === 'named' ? 'write.showName' : 'write.showUnit', { word })}</span>
    </label>
  );
}

/** Whether too few are here, or were, for notes without names; `here`: how many are here now. */
export function useTooFew(phase: Phase): { isFew: boolean; here: number } | null {
  const session = useSession();
  const few = Object.hasOwn(session.revealed, phase.id) ? null : tooFewHere(phase.identity, session);
  const [wasFew, setWasFew] = useState(few !== null);
  if (few !== null && !wasFew) setWasFew(true);
  if (few === null && (!wasFew || phase.identity !== 'anonymous')) return null;
  return { isFew: few !== null, here: few ?? writersHere(session) };
}

type TooFewProps = { few: NonNullable<ReturnType<typeof useTooFew>>; children: ReactNode };

/**
 * Said before the first note: too few are here for notes without names. Once enough have come it says so in the same
 * place, so that nothing below it moves.
 */
export function TooFewHere({ few: { isFew, here }, children }: TooFewProps) {
  return (
    <div className={isFew ? 'write-few' : 'write-few write-enough'}>
      <output>{t(isFew ? 'write.tooFew' : 'write.enough', { n: here })}</output>
      {children}
    </div>
  );
}
