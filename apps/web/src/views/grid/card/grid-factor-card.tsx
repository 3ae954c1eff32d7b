import { afterPress } from '../../../frame/press.ts';
import type { GridCard } from '@coherence/board';
import { markGlyphs } from '@coherence/picture';
import { t } from '@coherence/words';
import { memo, type KeyboardEvent } from 'react';
import { UnitChips } from '../../../factors/units/unit-chips.tsx';
import type { Typist } from '../../../factors/use-typists.ts';
import { BoundTextarea } from '../../../live/text/bound-textarea.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { type CardFrame, sameCard } from './card-frame.ts';
import { CardMenu } from './card-menu.tsx';
import './card.css';

type FactorCardProps = {
  card: GridCard;
  frame: CardFrame;
  editing: boolean;
  selected: boolean;
  lifted: boolean;
  typist: Typist | undefined;
};

const NBSP = '\u00a0';

/** One factor in its cell: its words, its number, who named it, whether it is on the map, its votes. */
function Card({ card, frame, editing, selected, lifted, typist }: FactorCardProps) {
  const { control, canEdit, marks, groups, groupsCome } = frame;
  const group = card.group === null ? undefined : groups.get(card.group);
  const names = ['card', selected && 'card-selected', lifted && 'card-lifted', editing && 'card-editing'];
  const number = card.no === null ? null : t('grid.number', { n: card.no });

  const onKeyDown = (event: KeyboardEvent): void => {
    const leaves = (event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape';
    if (!leaves) return;
    event.preventDefault();
    event.stopPropagation();
    control.stopEditing(card.id, true);
  };

  return (
    <li
      className={names.filter(Boolean).join(' ')}
      data-card={card.id}
      style={typist === undefined ? undefined : { outlineColor: typist.colour }}
      data-typing={typist === undefined ? undefined : ''}
    >
      {editing ? (
        <BoundTextarea
          root="factors"
          id={card.id}
          className="card-editor"
          aria-label={t('grid.editing', { number: number ?? '' })}
          data-part="words"
          onKeyDown={onKeyDown}
          onBlur={() => afterPress(() => control.stopEditing(card.id, false))}
        />
      ) : canEdit ? (
        <button
          dir="auto"
          type="button"
          className="card-words"
          data-part="words"
          aria-describedby={`facts-${card.id}`}
        >
          {card.text.trim() === '' ? <span className="card-empty">{t('grid.noWords')}</span> : card.text}
        </button>
      ) : (
        <p dir="auto" className="card-words">
          {card.text}
        </p>
      )}
      <div className="card-foot" id={`facts-${card.id}`}>
        <span className="card-number">{number}</span>
        <UnitChips units={card.units} marks={marks} names={card.names} />
        <span className={group === undefined && !groupsCome ? 'card-tail' : 'card-tail card-tail-wide'}>
          {group === undefined && !groupsCome ? null : <span className="card-group">{group ?? NBSP}</span>}
          {card.onMap ? (
            <span className="card-map">
              <Glyph glyph={markGlyphs.onMap} size={13} />
              {t('grid.onMap')}
            </span>
          ) : null}
          {card.votes === null ? null : <b className="card-votes">{t('grid.votes', { n: card.votes })}</b>}
        </span>
        {selected ? <span className="visually-hidden">{t('grid.selected')}</span> : null}
      </div>
      {canEdit && !editing ? <CardMenu card={card} frame={frame} selected={selected} /> : null}
      {typist === undefined ? null : (
        <span className="card-typist" style={{ background: typist.colour }}>
          {t('grid.typing', { name: typist.name ?? t('grid.someone') })}
        </span>
      )}
    </li>
  );
}

/** Rests while the rest of the grid changes. */
export const GridFactorCard = memo(
  Card,
  (before, after) =>
    sameCard(before.card, after.card) &&
    before.frame === after.frame &&
    before.editing === after.editing &&
    before.selected === after.selected &&
    before.lifted === after.lifted &&
    before.typist?.name === after.typist?.name &&
    before.typist?.colour === after.typist?.colour,
);
