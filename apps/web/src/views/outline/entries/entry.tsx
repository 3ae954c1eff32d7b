import { kindLooks } from '@coherence/picture';
import { t } from '@coherence/words';
import type { KeyboardEvent } from 'react';
import { UnitChips } from '../../../factors/units/unit-chips.tsx';
import { KINDS, kindStyle } from '../../../factors/kinds.ts';
import { BoundTextarea } from '../../../live/text/bound-textarea.tsx';
import { Button } from '../../../ui/button.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { EntryMenu } from './entry-menu.tsx';
import { LinkLine } from '../links/link-line.tsx';
import type { OutlineEntry } from '../outline-of.ts';
import type { OutlineFrame } from '../outline-frame.ts';
import './entry.css';

type EntryProps = {
  entry: OutlineEntry;
  frame: OutlineFrame;
  editing: boolean;
  /** False under a heading that says it already. */
  showsKind: boolean;
};

/** One node of the map: its words, what is known of it, and its links as sentences. */
export function Entry({ entry: { node, out, into }, frame, editing, showsKind }: EntryProps) {
  const { control, canEdit, labels, typists } = frame;
  const typist = typists.get(node.id);
  const label = node.label.trim() === '' ? t('outline.noWords') : node.label;
  const nameOf = (id: string): string => labels.get(id) ?? '';

  const onKeyDown = (event: KeyboardEvent): void => {
    const leaves = (event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape';
    if (!leaves || event.nativeEvent.isComposing) return;
    event.preventDefault();
    control.stopEditing(node.id, true);
  };

  return (
    <li className={`entry entry-${node.kind}`} data-card={node.id}>
      <div className="entry-head">
        {editing ? (
          <BoundTextarea
            root={node.root}
            id={node.id}
            className="entry-editor"
            aria-label={t('outline.renaming', { text: node.text })}
            data-part="words"
            onKeyDown={onKeyDown}
            onBlur={() => control.stopEditing(node.id, false)}
          />
        ) : canEdit ? (
          <button
            type="button"
            className="entry-words"
            data-part="words"
            aria-describedby={`facts-${node.id}`}
            onClick={() => control.edit(node.id)}
          >
            {label}
          </button>
        ) : (
          <p className="entry-words">{label}</p>
        )}
        {canEdit ? <EntryMenu node={node} frame={frame} /> : null}
      </div>
      {node.label === node.text ? null : <p className="entry-full">{node.text}</p>}
      {typist === undefined ? null : (
        <p className="entry-typist" style={{ background: typist.colour }}>
          {t('outline.typing', { name: typist.name ?? t('outline.someone') })}
        </p>
      )}
      <div className="entry-facts">
        <span className="entry-known" id={`facts-${node.id}`}>
          {showsKind ? (
            <span className="entry-kind of-kind" style={kindStyle(node.kind)}>
              <Glyph glyph={kindLooks[node.kind].glyph} />
              {t(KINDS[node.kind].one)}
            </span>
          ) : null}
          {node.no === null ? null : <span>{t('outline.number', { n: node.no })}</span>}
          <UnitChips units={node.units} marks={frame.marks} />
          <span>
            {into.length + out.length === 0
              ? t('outline.noLinks')
              : t('outline.inOut', { into: into.length, out: out.length })}
          </span>
          {node.votes === null ? null : (
            <b className="entry-votes">{t('outline.votes', { n: node.votes })}</b>
          )}
        </span>
        {canEdit ? (
          <Button variant="quiet" className="entry-link" onClick={() => frame.linkFrom(node.id)}>
            {t('outline.linkFromHere')}
          </Button>
        ) : null}
      </div>
      {out.length === 0 ? null : (
        <ul className="entry-links" aria-label={t('outline.leadsTo')}>
          {out.map((link) => (
            <LinkLine key={link.id} link={link} from={label} to={nameOf(link.to)} frame={frame} />
          ))}
        </ul>
      )}
      {into.length === 0 ? null : (
        <p className="entry-into">
          {t('outline.ledToBy')} {into.map((link) => `“${nameOf(link.from)}”`).join(', ')}
        </p>
      )}
    </li>
  );
}
