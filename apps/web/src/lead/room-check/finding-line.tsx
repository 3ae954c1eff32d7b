import { t } from '@coherence/words';
import type { ReactNode } from 'react';
import { Glyph } from '../../ui/glyph.tsx';
import type { Finding } from './findings.ts';

const SIGN = {
  works: { stroke: 'M3 8.5 6.5 12 13 4.5', fill: '' },
  look: { stroke: 'M8 3v6M8 12.6v.2', fill: '' },
  waiting: { stroke: 'M3.5 8h.2M8 8h.2M12.5 8h.2', fill: '' },
} as const;

type LineProps = {
  name: string;
  /** Null: not tried yet; what there is to try is below. */
  finding: Finding | null;
  children?: ReactNode;
};

/** One check: a sign, the word for it, and what was found or is to be done. */
export function FindingLine({ name, finding, children }: LineProps) {
  const state = finding?.state ?? 'waiting';
  return (
    <li className={`finding finding-${state}`}>
      <Glyph glyph={SIGN[state]} size={20} className="finding-sign" />
      <div>
        <p>
          <strong>{name}</strong>{' '}
          {finding === null ? null : <span className="finding-state">{t(`preflight.state_${state}`)}</span>}
        </p>
        <div aria-live="polite">{finding === null ? null : <p>{finding.words}</p>}</div>
        {finding === null || finding.state === 'look' ? children : null}
      </div>
    </li>
  );
}
