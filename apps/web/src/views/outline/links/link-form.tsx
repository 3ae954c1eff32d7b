import type { MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LinkChoices } from './link-choices.tsx';
import { linkSentence } from '../../../factors/link-sentence.ts';
import type { OutlineControl } from '../use-outline-control.ts';
import { Picker } from '../../../ui/picker.tsx';
import { matchesSearch } from '../outline-of.ts';
import './link-form.css';

type LinkFormProps = {
  from: string | null;
  nodes: readonly MapNode[];
  control: OutlineControl;
  onClose: () => void;
};

/** A link as a sentence to complete: from, sign, to. */
export function LinkForm({ from: first, nodes, control, onClose }: LinkFormProps) {
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState<string | null>(null);
  const [said, setSaid] = useState({ polarity: '+', strength: 2, delay: false } as LinkDraft);
  const labelOf = (id: string | null): string | null => nodes.find((node) => node.id === id)?.label ?? null;
  const [fromLabel, toLabel] = [labelOf(from), labelOf(to)];
  const sentence =
    fromLabel === null || toLabel === null
      ? null
      : linkSentence({ polarity: said.polarity }, fromLabel, toLabel);

  const add = (): void => {
    if (from === null || to === null || sentence === null) return;
    if (control.addLink({ from, to, ...said }, sentence)) onClose();
  };

  return (
    <Dialog
      open
      title={t('outline.addLink')}
      closeLabel={t('outline.cancel')}
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={sentence === null} onClick={add}>
          {t('outline.addThisLink')}
        </Button>
      }
    >
      <div className="link-form">
        <NodePicker label={t('outline.from')} nodes={nodes} value={from} onChange={setFrom} />
        <LinkChoices
          {...said}
          signLabel={t('outline.sign')}
          strengthLabel={t('outline.strength')}
          onChange={(change) => setSaid({ ...said, ...change })}
        />
        <NodePicker
          label={t('outline.to')}
          nodes={nodes.filter((node) => node.id !== from)}
          value={to}
          onChange={setTo}
        />
        <output className="link-preview">{sentence}</output>
      </div>
    </Dialog>
  );
}

type LinkDraft = Pick<Parameters<OutlineControl['addLink']>[0], 'polarity' | 'strength' | 'delay'>;

type NodePickerProps = {
  label: string;
  nodes: readonly MapNode[];
  value: string | null;
  onChange: (id: string) => void;
};

/** A node of the map, found by words or its number. */
function NodePicker({ label, nodes, value, onChange }: NodePickerProps) {
  return (
    <Picker
      label={label}
      choices={nodes}
      value={value}
      onChange={onChange}
      nameOf={(node) => node.label}
      matchesSearch={matchesSearch}
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
