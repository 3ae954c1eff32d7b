import type { GridCard } from '@coherence/board';
import { t } from '@coherence/words';
import { memo } from 'react';
import type { Typist } from '../../factors/use-typists.ts';
import { type CardFrame, sameCards } from './card/card-frame.ts';
import { GridFactorCard } from './card/grid-factor-card.tsx';
import { Composer, useDraft } from './compose/composer.tsx';
import type { Drafts } from './compose/drafts.ts';
import { samePlace, type Place, placeName } from '../../factors/place.ts';
import type { Selection } from './places/selection.ts';
import { keptWhere } from '../../live/device/keeping.ts';

/** What is going on in the grid right now, for this person. */
export type GridMoment = {
  readonly frame: CardFrame;
  readonly drafts: Drafts;
  readonly editing: string | null;
  readonly composing: Place | undefined;
  readonly selection: Selection;
  readonly dragged: ReadonlySet<string>;
  readonly typists: ReadonlyMap<string, Typist>;
};

type CardListProps = { cards: readonly GridCard[]; moment: GridMoment; label: string };

function Cards({ cards, moment, label }: CardListProps) {
  if (cards.length === 0) return null;
  return (
    <ul className="cards" aria-label={label}>
      {cards.map((card) => (
        <GridFactorCard
          key={card.id}
          card={card}
          frame={moment.frame}
          editing={moment.editing === card.id}
          selected={moment.selection.has(card.id)}
          lifted={moment.dragged.has(card.id)}
          typist={moment.typists.get(card.id)}
        />
      ))}
    </ul>
  );
}

/** The cards of one place, in order. Rests while other places change. */
export const CardList = memo(
  Cards,
  (before, after) =>
    before.label === after.label &&
    before.moment.frame === after.moment.frame &&
    before.moment.editing === after.moment.editing &&
    before.moment.selection === after.moment.selection &&
    before.moment.dragged === after.moment.dragged &&
    before.moment.typists === after.moment.typists &&
    sameCards(before.cards, after.cards),
);

type AddProps = { place: Place; moment: GridMoment };

/** "+ Add a factor", or the composer it opens. A draft that was left behind keeps its composer open. */
export function AddFactor({ place, moment }: AddProps) {
  const { control, canEdit } = moment.frame;
  const draft = useDraft(moment.drafts, place);
  const isOpen = moment.composing !== undefined && samePlace(moment.composing, place);
  if (!canEdit) return null;
  if (!isOpen && draft === '') {
    return (
      <button
        type="button"
        className="add-factor"
        aria-label={t('grid.addTo', { place: placeName(place) })}
        onClick={() => control.compose(place)}
      >
        <span aria-hidden>+ </span>
        {t('grid.add')}
      </button>
    );
  }
  return (
    <div className="composer-box">
      <Composer
        place={place}
        drafts={moment.drafts}
        takesFocus={isOpen}
        onAdd={(texts, pasted) => control.add(place, texts, pasted)}
        onClose={() => control.stopComposing(place)}
      />
      <p className="composer-hint">
        {isOpen ? t('grid.composerHint') : t('grid.kept', { place: keptWhere('small') })}
      </p>
    </div>
  );
}
