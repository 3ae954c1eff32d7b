import { Combobox } from '@base-ui/react/combobox';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useBackCloses } from './back/use-back.ts';
import { showOnTop } from './top-layer.ts';
import './css/field.css';
import './css/picker.css';

type PickerProps<Choice> = {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (id: string) => void;
  nameOf: (choice: Choice) => string;
  /** Whether what was typed finds it. */
  matchesSearch: (choice: Choice, typed: string) => boolean;
  /** How a line of the list shows it, where that is more than its name. */
  line?: (choice: Choice) => ReactNode;
  placeholder: string;
  /** The words of a list that is empty. */
  noneWords: string;
};

const GAP = 2;
const MARGIN = 8;
/** Who sees more than this reads none of it. */
const SHOWN = 60;

/** A select with search for a long list: type to find, arrows move, Enter takes; a click takes too. */
export function Picker<Choice extends { readonly id: string }>(props: PickerProps<Choice>) {
  const { label, choices, value, onChange, nameOf, matchesSearch, line, placeholder, noneWords } = props;
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const [isOpen, setOpen] = useState(false);
  const chosen = choices.find((choice) => choice.id === value) ?? null;
  const chosenName = chosen === null ? '' : nameOf(chosen);
  const [typed, setTyped] = useState(chosenName);

  useBackCloses(() => setOpen(false), isOpen);
  const onKeyDown = (event: KeyboardEvent): void => {
    // An open list takes Escape from the dialog around it.
    if (event.key === 'Escape' && isOpen) event.preventDefault();
  };

  return (
    <div className="picker">
      <label dir="auto" htmlFor={id}>
        {label}
      </label>
      <Combobox.Root<Choice>
        items={choices}
        limit={SHOWN}
        filter={matchesSearch}
        itemToStringLabel={nameOf}
        isItemEqualToValue={(one, other) => one.id === other.id}
        value={chosen}
        // Emptying the field looks for another one, and does not take the choice back.
        onValueChange={(choice) => choice !== null && onChange(choice.id)}
        inputValue={typed}
        onInputValueChange={setTyped}
        open={isOpen}
        onOpenChange={setOpen}
        autoHighlight
      >
        <Combobox.Input
          id={id}
          className="input"
          placeholder={placeholder}
          onFocus={(event) => event.target.select()}
          onBlur={() => setTyped(chosenName)}
          onKeyDown={onKeyDown}
        />
        <span ref={place} className="top-layer-place" />
        <Combobox.Portal container={place}>
          <Combobox.Positioner
            ref={showOnTop}
            className="top-layer"
            popover="manual"
            positionMethod="fixed"
            align="start"
            sideOffset={GAP}
            collisionPadding={MARGIN}
          >
            <Combobox.Popup className="picker-list">
              <Combobox.Empty>
                <p className="picker-none">{noneWords}</p>
              </Combobox.Empty>
              <Combobox.List aria-label={label}>
                {(choice: Choice) => (
                  <Combobox.Item key={choice.id} value={choice} className="picker-option">
                    <bdi>{line === undefined ? nameOf(choice) : line(choice)}</bdi>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </div>
  );
}
