import type { GridCard } from '@coherence/board';
import { t } from '@coherence/words';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { CardFrame } from './card-frame.ts';

type CardMenuProps = { card: GridCard; frame: CardFrame; selected: boolean };

/** What can be done with a card, and with all selected ones if it is among them; no act needs a drag. */
export function CardMenu({ card, frame, selected }: CardMenuProps) {
  return (
    <Menu
      label={<MoreDots />}
      name={t('grid.cardActions', { text: card.text })}
      items={cardMenuItems(card, frame, selected)}
      align="end"
      variant="quiet"
      className="card-menu"
    />
  );
}

function cardMenuItems(card: GridCard, frame: CardFrame, selected: boolean): MenuItem[] {
  const { control, ownUnit, unitWord } = frame;
  const { id, onMap } = card;
  const onAll = (act: (ids: readonly string[]) => void) => () => act(control.idsFor(id));
  const items: MenuItem[] = [
    { label: t('grid.edit'), hint: t('grid.editKey'), onSelect: () => control.edit(id) },
    { label: t('grid.moveTo'), onSelect: onAll(control.askWhere) },
    { label: t('grid.moveUp'), hint: t('grid.moveUpKey'), onSelect: () => control.step(id, 'up') },
    { label: t('grid.moveDown'), hint: t('grid.moveDownKey'), onSelect: () => control.step(id, 'down') },
    onMap
      ? { label: t('grid.takeOffMap'), onSelect: onAll(control.takeOffMap) }
      : { label: t('grid.putOnMap'), onSelect: onAll(control.putOnMap) },
  ];
  if (ownUnit !== null) {
    const named = card.units.includes(ownUnit);
    const label = t('grid.saysToo', { word: unitWord });
    items.push({
      label,
      icon: named ? <Check /> : undefined,
      checked: named,
      onSelect: () => control.sayToo(id, !named),
    });
  }
  items.push(
    {
      label: selected ? t('grid.unselect') : t('grid.select'),
      hint: t('grid.selectKey'),
      onSelect: () => control.toggle(id),
    },
    { label: t('grid.remove'), hint: t('grid.removeKey'), onSelect: onAll(control.remove) },
  );
  return items;
}

function Check() {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
      <path
        d="M3 8.5 6.5 12 13 4.5"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
      />
    </svg>
  );
}

function MoreDots() {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
      <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth={2.6} strokeLinecap="round" />
    </svg>
  );
}
