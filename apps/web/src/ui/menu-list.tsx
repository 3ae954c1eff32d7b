import { Menu } from '@base-ui/react/menu';
import { useCallback, useRef, type RefObject } from 'react';
import { useBackCloses } from './back/use-back.ts';
import { menuSections, type MenuChoice, type MenuItem } from './menu-items.ts';
import { showOnTop } from './top-layer.ts';

type MenuListProps = {
  id: string;
  button: RefObject<HTMLButtonElement | null>;
  items: readonly MenuItem[];
  /** The end that has the focus first. */
  end: 'first' | 'last';
  align: 'start' | 'end';
  onClose: () => void;
};

const GAP = 4;
const MARGIN = 8;
/** Above the button where there is no room below; over the button where there is none above either. */
const WHERE = { side: 'flip', align: 'flip', fallbackAxisSide: 'none' } as const;

/**
 * The open list of a menu button. It stands in the page where the button stands, so that it can be used in a modal
 * dialog and reads on from there, and on the top layer, so that nothing clips or covers it.
 */
export function MenuList({ id, button, items, end, align, onClose }: MenuListProps) {
  const place = useRef<HTMLSpanElement>(null);

  const show = useCallback(
    (list: HTMLDivElement | null) => {
      showOnTop(list);
      // Once the choices are counted, so that the arrows go on from here.
      queueMicrotask(() => {
        const choices = list?.querySelectorAll<HTMLElement>('[role^="menuitem"]');
        [...(choices ?? [])].at(end === 'first' ? 0 : -1)?.focus({ preventScroll: true });
      });
    },
    [end],
  );
  const backToButton = (): void => {
    button.current?.focus();
    onClose();
  };
  useBackCloses(backToButton);
  const onKeyDown: Menu.Popup.Props['onKeyDown'] = (event): void => {
    // The page around has keys of its own.
    event.stopPropagation();
    if (event.key === 'Escape') event.preventDefault();
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    // From the button, Tab goes on as if the menu had not been there.
    event.preventBaseUIHandler();
    backToButton();
  };

  return (
    <>
      <span ref={place} className="top-layer-place" />
      <Menu.Root
        open
        modal={false}
        highlightItemOnHover={false}
        onOpenChange={(_, details) => {
          // A press on the button closes it by itself.
          if (isIn(button.current, details.event)) details.cancel();
          else onClose();
        }}
      >
        <Menu.Portal container={place}>
          <Menu.Positioner
            ref={show}
            className="top-layer"
            popover="manual"
            anchor={button}
            positionMethod="fixed"
            align={align}
            sideOffset={GAP}
            collisionPadding={MARGIN}
            collisionAvoidance={WHERE}
            sticky
          >
            <Menu.Popup
              id={id}
              className="menu"
              aria-labelledby={button.current?.id}
              finalFocus={false}
              onKeyDown={onKeyDown}
            >
              {menuSections<MenuChoice>(items).map(({ heading, choices }, index) => {
                const lines = choices.map((choice, at) => (
                  <MenuRow
                    key={at}
                    choice={choice}
                    onChoose={() => {
                      backToButton();
                      choice.onSelect();
                    }}
                  />
                ));
                if (heading === null) return lines;
                return (
                  <Menu.Group key={index}>
                    <Menu.GroupLabel className="menu-heading">{heading}</Menu.GroupLabel>
                    {lines}
                  </Menu.Group>
                );
              })}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  );
}

function MenuRow({ choice, onChoose }: { choice: MenuChoice; onChoose: () => void }) {
  const { label, hint, icon, disabled, checked } = choice;
  return (
    <Menu.Item
      nativeButton
      // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words are the children below
      render={<button type="button" />}
      className="menu-item"
      role={roleOf(choice)}
      aria-checked={checked}
      disabled={disabled}
      label={label}
      closeOnClick={false}
      onClick={(event) => {
        // It would take the focus back from where the choice puts it.
        event.preventBaseUIHandler();
        onChoose();
      }}
    >
      {icon}
      <span className="menu-words">
        <bdi>{label}</bdi>
        {hint === undefined ? null : <span className="menu-hint">{hint}</span>}
      </span>
    </Menu.Item>
  );
}

function roleOf({ checked, oneOf }: MenuChoice): 'menuitem' | 'menuitemradio' | 'menuitemcheckbox' {
  if (checked === undefined) return 'menuitem';
  return oneOf === true ? 'menuitemradio' : 'menuitemcheckbox';
}

function isIn(button: HTMLElement | null, event: Event): boolean {
  const to = event instanceof FocusEvent ? event.relatedTarget : event.target;
  return to instanceof Node && button?.contains(to) === true;
}
