import { t } from '@coherence/words';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import type { LensChoices, UnitLens } from './unit-lens.ts';

type UnitLensMenuProps = {
  lens: UnitLens;
  onLens: (lens: UnitLens) => void;
  choices: LensChoices;
  /** What the board calls a unit. */
  word: string;
  /** More to choose, below. */
  more?: readonly MenuItem[];
  className?: string;
};

/** Through whose eyes one looks at a view; it changes nobody else's screen. */
export function UnitLensMenu({ lens, onLens, choices, word, more = [], className }: UnitLensMenuProps) {
  if (choices.units.length === 0) return null;
  const unit = lens !== null && 'unit' in lens ? lens.unit : null;
  const tier = lens !== null && 'tier' in lens ? lens.tier : null;
  const all = t('shell.lensAll', { word });
  const unitItems: MenuItem[] = choices.units.map(({ id, name }) => ({
    label: name,
    checked: unit === id,
    oneOf: true,
    onSelect: () => onLens({ unit: id }),
  }));
  const tierItems: MenuItem[] = choices.tiers.map((one) => ({
    label: t(`shell.tier_${one}`),
    checked: tier === one,
    oneOf: true,
    onSelect: () => onLens({ tier: one }),
  }));
  return (
    <Menu
      label={lensName(lens, choices) ?? all}
      align="end"
      className={className}
      items={[
        { heading: t('shell.lens') },
        { label: all, checked: lens === null, oneOf: true, onSelect: () => onLens(null) },
        ...(tierItems.length === 0 ? [] : [{ heading: t('shell.lensTiers') }, ...tierItems]),
        ...(tierItems.length === 0 ? [] : [{ heading: t('shell.lensUnits', { word }) }]),
        ...unitItems,
        ...more,
      ]}
    />
  );
}

/** Through whose eyes, in words; null: through everybody's. */
export function lensName(lens: UnitLens, { units }: LensChoices): string | null {
  if (lens === null) return null;
  if ('tier' in lens) return t(`shell.tier_${lens.tier}`);
  return units.find(({ id }) => id === lens.unit)?.name ?? null;
}
