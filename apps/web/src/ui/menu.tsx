import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { PartGone } from './load/retry-load.ts';
import { laterPart } from './load/later-part.ts';
import type { MenuItem } from './menu-items.ts';
import './css/menu.css';

export type { MenuItem };

type MenuProps = {
  /** What the button shows; `name` is its accessible name where that is not text. */
  label: ReactNode;
  name?: string;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
  variant?: 'plain' | 'primary' | 'quiet';
  className?: string;
  disabled?: boolean;
};

type End = 'first' | 'last';

/** The open menu weighs as much as a view, and a screen has many that stay closed: it comes after the first of them. */
const laterList = laterPart(() => import('./menu-list.tsx'));

/** A menu button: arrows, Home, End and letters move, Enter and Space choose, Escape and Tab close. */
export function Menu({ label, name, items, align = 'start', variant, className, disabled }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  /** The end of the list that has the focus first; null: closed. */
  const [openAt, setOpenAt] = useState<End | null>(null);
  /** The same while the list is on its way. */
  const wanted = useRef<End | null>(null);
  const MenuList = laterList.held()?.MenuList;
  const isOpen = openAt !== null && MenuList !== undefined;

  useEffect(() => void laterList.fetch(), []);

  const open = async (end: End): Promise<void> => {
    wanted.current = end;
    const list = laterList.held() ?? (await laterList.fetch());
    if (wanted.current === null) return;
    setOpenAt(() => {
      if (list === null) throw new PartGone('menu');
      return wanted.current;
    });
  };
  const close = (): void => {
    wanted.current = null;
    setOpenAt(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  return (
    <>
      <Button
        ref={button}
        id={id}
        variant={variant ?? 'plain'}
        className={className}
        disabled={disabled}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => (wanted.current = null)}
        onClick={() => (isOpen ? close() : void open('first'))}
      >
        <bdi>{label}</bdi>
      </Button>
      {isOpen ? (
        <MenuList
          id={`${id}-list`}
          button={button}
          items={items}
          end={openAt}
          align={align}
          onClose={close}
        />
      ) : null}
    </>
  );
}
