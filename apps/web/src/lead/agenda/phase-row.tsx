import type { Phase } from '@coherence/board';
import { t } from '@coherence/words';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KIND_WORDS, MODE_WORDS } from './choice-words.ts';
import { hint } from '../../ui/tips/tip.ts';

const UP = { stroke: 'M8 13V3.5M3.5 8 8 3.5 12.5 8', fill: '' };
const DOWN = { stroke: 'M8 3v9.5M3.5 8 8 12.5 12.5 8', fill: '' };

type PhaseRowProps = {
  phase: Phase;
  place: number;
  count: number;
  isOn: boolean;
  isOpen: boolean;
  /** "10:35 AM", or empty for what is over. */
  ends: string;
  onOpen: () => void;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
  children: ReactNode;
};

/** One phase in the list: what, how long, until when. Alt and an arrow move it, as its buttons do. */
export function PhaseRow(props: PhaseRowProps) {
  const { phase, place, count, isOn, isOpen, ends, onOpen, onMove, onDuplicate, onRemove, children } = props;
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={isOpen ? 'agenda-row agenda-row-open' : 'agenda-row'} data-phase={phase.id}>
      <div className="agenda-line">
        <button
          type="button"
          className="agenda-name"
          data-part="name"
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={onOpen}
          onKeyDown={moveByKey}
        >
          <span className="agenda-no">{place}</span>
          <span className="agenda-words">
            <span className="agenda-title">
              <bdi>{phase.title}</bdi>
              {isOn ? <span className="agenda-on"> {t('agenda.isOn')}</span> : null}
            </span>
            <span className="agenda-quiet">
              {phase.mode === 'plenary' || phase.mode === 'alone'
                ? t(KIND_WORDS[phase.kind])
                : t('agenda.kindAndWho', { kind: t(KIND_WORDS[phase.kind]), who: t(MODE_WORDS[phase.mode]) })}
            </span>
          </span>
          <span className="agenda-time">
            <span>{t('agenda.min', { n: phase.minutes })}</span>
            <span className="agenda-quiet">{ends === '' ? '' : t('agenda.until', { time: ends })}</span>
          </span>
        </button>
        <Button
          variant="quiet"
          data-part="up"
          aria-label={t('agenda.up', { title: phase.title })}
          aria-disabled={place === 1}
          onClick={() => onMove(-1)}
        >
          <Glyph glyph={UP} />
        </Button>
        <Button
          variant="quiet"
          data-part="down"
          aria-label={t('agenda.down', { title: phase.title })}
          aria-disabled={place === count}
          onClick={() => onMove(1)}
        >
          <Glyph glyph={DOWN} />
        </Button>
      </div>
      {isOpen ? (
        <div className="agenda-open">
          {children}
          <div className="agenda-buttons">
            <Button onClick={onDuplicate}>{t('agenda.duplicate')}</Button>
            <Button
              aria-disabled={isOn}
              {...hint(isOn ? t('agenda.stays') : undefined)}
              onClick={() => {
                if (!isOn) onRemove();
              }}
            >
              {t('agenda.remove')}
            </Button>
            {isOn ? <span className="agenda-quiet">{t('agenda.stays')}</span> : null}
          </div>
        </div>
      ) : null}
    </li>
  );
}
