import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Button } from './button.tsx';
import { itemAfterKey, itemByLetter } from './menu-keys.ts';
import { placeMenu } from './menu-place.ts';
import './css/menu.css';

export type MenuItem =
  | {
      readonly label: string;
      readonly hint?: string;
      readonly icon?: ReactNode;
      readonly disabled?: boolean;
      /** A choice that is on or off; `oneOf`: one of several that exclude each other. */
      readonly checked?: boolean;
      readonly oneOf?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly heading: string };

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

type Choice = Exclude<MenuItem, { heading: string }>;

function roleOf({ checked, oneOf }: Choice): 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' {
  if (checked === undefined) return 'menuitem';
  return oneOf === true ? 'menuitemradio' : 'menuitemcheckbox';
}

const isChoice = (item: MenuItem): item is Choice => !('heading' in item);

/** A menu button: arrows, Home, End and letters move, Enter and Space choose, Escape and Tab close. */
export function Menu({ label, name, items, align = 'start', variant, className, disabled }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const first = useRef<'first' | 'last'>('first');
  const menuId = useId();

  const choices = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-choice]') ?? [])];
  const close = (back: boolean) => {
    setOpen(false);
    if (back) button.current?.focus();
  };

  useLayoutEffect(() => {
    const menu = list.current;
    const anchor = button.current;
    if (!open || menu === null || anchor === null) return;
    menu.showPopover();
    const screen = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const at = placeMenu(anchor.getBoundingClientRect(), menu.getBoundingClientRect(), screen, align);
    menu.style.left = `${at.left}px`;
    menu.style.top = `${at.top}px`;
    choices()
      .at(first.current === 'first' ? 0 : -1)
      ?.focus();
  }, [open, align]);

  useEffect(() => {
    if (!open) return;
    const closeBeside = (event: Event) => {
      const target = event.target;
      if (!(target instanceof Node)) return;
      if (list.current?.contains(target) !== true && button.current?.contains(target) !== true)
        setOpen(false);
    };
    const closeOnMove = () => setOpen(false);
    document.addEventListener('pointerdown', closeBeside, true);
    window.addEventListener('resize', closeOnMove);
    return () => {
      document.removeEventListener('pointerdown', closeBeside, true);
      window.removeEventListener('resize', closeOnMove);
    };
  }, [open]);

  const onListKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      close(true);
      return;
    }
    if (event.key === 'Tab') {
      close(true);
      return;
    }
    const all = choices();
    const current = all.findIndex((choice) => choice === document.activeElement);
    const labels = all.map((choice) => choice.textContent);
    const next = itemAfterKey(event.key, current, all.length) ?? itemByLetter(event.key, current, labels);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const onButtonKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    first.current = event.key === 'ArrowDown' ? 'first' : 'last';
    setOpen(true);
  };

  return (
    <>
      <Button
        ref={button}
        variant={variant ?? 'plain'}
        className={className}
        disabled={disabled}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onKeyDown={onButtonKey}
        onClick={() => {
          first.current = 'first';
          setOpen(!open);
        }}
      >
        {label}
      </Button>
      {open ? (
        <div
          ref={list}
          id={menuId}
          className="menu"
          role="menu"
          tabIndex={-1}
          popover="manual"
          onKeyDown={onListKey}
        >
          {items.map((item, index) =>
            isChoice(item) ? (
              <button
                key={index}
                type="button"
                className="menu-item"
                role={roleOf(item)}
                aria-checked={item.checked}
                aria-disabled={item.disabled}
                tabIndex={-1}
                data-choice
                onClick={() => {
                  if (item.disabled === true) return;
                  close(true);
                  item.onSelect();
                }}
              >
                {item.icon}
                <span className="menu-words">
                  {item.label}
                  {item.hint === undefined ? null : <span className="menu-hint">{item.hint}</span>}
                </span>
              </button>
            ) : (
              <div key={index} className="menu-heading" role="presentation">
                {item.heading}
              </div>
            ),
          )}
        </div>
      ) : null}
    </>
  );
}
