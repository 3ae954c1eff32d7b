/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no element of HTML is a select with a search field */
import type { MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { useId, useState, type KeyboardEvent } from 'react';
import { says } from '../outline-of.ts';

type NodePickerProps = {
  label: string;
  nodes: readonly MapNode[];
  value: string | null;
  onChange: (id: string | null) => void;
};

const SHOWN = 60;

/** A select with search: type words or a number, arrows move, Enter takes; a click takes too. */
export function NodePicker({ label, nodes, value, onChange }: NodePickerProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const chosen = nodes.find((node) => node.id === value);
  const isOpen = typed !== null;
  const found = isOpen ? nodes.filter((node) => says(node, typed)).slice(0, SHOWN) : [];

  const take = (node: MapNode | undefined): void => {
    if (node === undefined) return;
    onChange(node.id);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) setTyped('');
      else setActive(within(active + (event.key === 'ArrowDown' ? 1 : -1), found.length));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      take(found[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  };

  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && found.length > 0 ? `${id}-${active}` : undefined}
        placeholder={t('outline.pickHint')}
        value={typed ?? chosen?.label ?? ''}
        onFocus={(event) => event.target.select()}
        onClick={() => {
          if (!isOpen) setTyped('');
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <div id={`${id}-list`} className="picker-list" role="listbox" aria-label={label}>
          {found.map((node, index) => (
            <button
              key={node.id}
              id={`${id}-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="picker-option"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(node)}
            >
              {node.no === null ? null : (
                <span className="picker-number">{t('outline.number', { n: node.no })}</span>
              )}
              {node.label}
            </button>
          ))}
          {found.length === 0 ? <p className="picker-none">{t('outline.nobodyMatches')}</p> : null}
        </div>
      ) : null}
    </div>
  );
}

function within(at: number, count: number): number {
  return count === 0 ? 0 : (at + count) % count;
}
