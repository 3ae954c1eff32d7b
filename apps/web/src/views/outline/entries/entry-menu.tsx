import { FACTOR_NODE_KINDS } from '@coherence/board';
import type { MapNode } from '@coherence/board';
import { t } from '@coherence/words';
import { KINDS } from '../../../factors/kinds.ts';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { OutlineFrame } from '../outline-frame.ts';

type EntryMenuProps = { node: MapNode; frame: OutlineFrame };

/** What can be done with a node besides linking it. */
export function EntryMenu({ node, frame }: EntryMenuProps) {
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
