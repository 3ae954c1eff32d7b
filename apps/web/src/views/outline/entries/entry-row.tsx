import { afterPress } from '../../../frame/press.ts';
import { kindLooks } from '@coherence/picture';
import { isolated, t } from '@coherence/words';
import type { KeyboardEvent } from 'react';
import { FACTOR_NODE_KINDS, type MapNode } from '@coherence/board';
import { UnitChips } from '../../../factors/units/unit-chips.tsx';
import { KINDS, kindStyle } from '../../../factors/kinds.ts';
import { BoundTextarea } from '../../../live/text/bound-textarea.tsx';
import { Button } from '../../../ui/button.tsx';
import { Glyph } from '../../../ui/glyph.tsx';
import { LinkRow } from '../links/link-row.tsx';
import type { OutlineEntry } from '../outline-of.ts';
import type { OutlineFrame } from '../outline-frame.ts';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import './entry.css';

type EntryRowProps = {
  entry: OutlineEntry;
  frame: OutlineFrame;
  editing: boolean;
  /** False under a heading that says it already. */
  showsKind: boolean;
};

/** One node of the map: its words, what is known of it, and its links as sentences. */
export function EntryRow({ entry: { node, out, into }, frame, editing, showsKind }: EntryRowProps) {
  const { control, canEdit, labels, typists } = frame;
  const typist = typists.get(node.id);
  const label = node.label.trim() === '' ? t('outline.noWords') : node.label;
  const nameOf = (id: string): string => labels.get(id) ?? '';

  const onKeyDown = (event: KeyboardEvent): void => {
    const leaves = (event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape';
    if (!leaves) return;
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
            onBlur={() => afterPress(() => control.stopEditing(node.id, false))}
          />
        ) : canEdit ? (
          <button
            dir="auto"
            type="button"
            className="entry-words"
            data-part="words"
            aria-describedby={`facts-${node.id}`}
            onClick={() => control.edit(node.id)}
          >
            {label}
          </button>
        ) : (
          <p dir="auto" className="entry-words">
            {label}
          </p>
        )}
        {canEdit ? <EntryMenu node={node} frame={frame} /> : null}
      </div>
      {node.label === node.text ? null : (
        <p dir="auto" className="entry-full">
          {node.text}
        </p>
      )}
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
            <LinkRow key={link.id} link={link} from={label} to={nameOf(link.to)} frame={frame} />
          ))}
        </ul>
      )}
      {into.length === 0 ? null : (
        <p className="entry-into">
          {t('outline.ledToBy')} {into.map((link) => `“${isolated(nameOf(link.from))}”`).join(', ')}
        </p>
      )}
    </li>
  );
}

type EntryMenuProps = { node: MapNode; frame: OutlineFrame };

/** What can be done with a node besides linking it. */
function EntryMenu({ node, frame }: EntryMenuProps) {
  return (
    <Menu
      label={<MoreDots />}
      name={t('outline.actions', { text: node.label })}
      items={entryMenuItems(node, frame)}
      align="end"
      variant="quiet"
      className="entry-menu"
    />
  );
}

function entryMenuItems(node: MapNode, { control, groups, linkFrom, nameGroup }: OutlineFrame): MenuItem[] {
  const kinds: MenuItem[] =
    node.root === 'strategies'
      ? []
      : [
          { heading: t('outline.kindOf') },
          ...FACTOR_NODE_KINDS.map((kind) => ({
            label: t(KINDS[kind].one),
            checked: node.kind === kind,
            oneOf: true,
            onSelect: () => control.setKind(node.id, kind),
          })),
        ];
  return [
    { label: t('outline.rename'), onSelect: () => control.edit(node.id) },
    { label: t('outline.linkFromHere'), onSelect: () => linkFrom(node.id) },
    { label: t('outline.takeOffMap'), onSelect: () => control.takeOff(node) },
    { label: t('outline.remove'), onSelect: () => control.remove(node) },
    ...kinds,
    { heading: t('outline.groupOf') },
    ...groups.map(({ id, name }) => ({
      label: name,
      checked: node.group === id,
      oneOf: true,
      onSelect: () => control.setGroup(node.id, id),
    })),
    {
      label: t('outline.leaveGroup'),
      checked: node.group === null,
      oneOf: true,
      onSelect: () => control.setGroup(node.id, null),
    },
    { label: t('outline.newGroup'), onSelect: () => nameGroup(node.id) },
  ];
}

function MoreDots() {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden focusable="false">
      <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth={2.6} strokeLinecap="round" />
    </svg>
  );
}
