import type { GridCard } from '@coherence/board';
import { t } from '@coherence/words';
import { UnitChips } from '../../factors/units/unit-chips.tsx';
import type { UnitMark } from '../../factors/units/unit-marks.ts';

export type CardLook = {
  readonly marks: ReadonlyMap<string, UnitMark>;
  readonly withUnits: boolean;
  /** Cards somebody points at. */
  readonly pointed: ReadonlySet<string>;
};

/** A factor on the wall: its words, who named it, its votes. */
export function WallCard({ card, look }: { card: GridCard; look: CardLook }) {
  const units = look.withUnits ? card.units : [];
  const hasFoot = units.length > 0 || (card.votes ?? 0) > 0;
  return (
    <li className="wall-card" data-pointed={look.pointed.has(card.id) || undefined}>
      <p dir="auto">{card.text}</p>
      {hasFoot ? (
        <p className="wall-card-foot">
          <UnitChips units={units} marks={look.marks} />
          {(card.votes ?? 0) > 0 ? <strong>{t('projector.votes', { n: card.votes ?? 0 })}</strong> : null}
        </p>
      ) : null}
    </li>
  );
}
