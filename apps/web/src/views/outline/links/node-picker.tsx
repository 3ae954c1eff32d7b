import type { MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { Picker } from '../../../ui/picker.tsx';
import { says } from '../outline-of.ts';

type NodePickerProps = {
  label: string;
  nodes: readonly MapNode[];
  value: string | null;
  onChange: (id: string) => void;
};

/** A node of the map, found by words or its number. */
export function NodePicker({ label, nodes, value, onChange }: NodePickerProps) {
  return (
    <Picker
      label={label}
      choices={nodes}
      value={value}
      onChange={onChange}
      nameOf={(node) => node.label}
      says={says}
      line={lineOf}
      placeholder={t('outline.pickHint')}
      noneWords={t('outline.nobodyMatches')}
    />
  );
}

function lineOf(node: MapNode) {
  return (
    <>
      {node.no === null ? null : <span className="picker-number">{t('outline.number', { n: node.no })}</span>}
      {node.label}
    </>
  );
}
