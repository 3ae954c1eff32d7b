import { addGroup, setGroup, type GridCard } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { GroupDialog } from '../../../factors/group-dialog.tsx';
import { useOperation } from '../../../live/document/use-operation.ts';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { groupsOf } from './groups-of.ts';

type GroupMenuProps = { ids: readonly string[]; cards: readonly GridCard[] };

/** Which group the selected cards are in: a new one with a name, one that is there, or none. */
export function GroupMenu({ ids, cards }: GroupMenuProps) {
  const operate = useOperation();
  const groups = useProjection(groupsOf);
  const [asking, setAsking] = useState<readonly string[] | null>(null);
  const isIn = (group: string | null): boolean => cards.every((card) => card.group === group);
  const choice = (label: string, group: string | null): MenuItem => ({
    label,
    checked: isIn(group),
    oneOf: true,
    onSelect: () => operate((doc) => setGroup(doc, { ids: [...ids], group })),
  });
  const known: readonly MenuItem[] =
    groups.length === 0
      ? []
      : [
          { heading: t('grid.groupInto') },
          ...groups.map(({ id, name }) => choice(name, id)),
          choice(t('grid.groupNone'), null),
        ];
  return (
    <>
      <Menu
        label={t('grid.group')}
        items={[{ label: t('grid.groupNew'), onSelect: () => setAsking(ids) }, ...known]}
      />
      <GroupDialog
        ids={asking}
        onClose={() => setAsking(null)}
        onName={(name, members) => operate((doc) => addGroup(doc, name, members))}
      />
    </>
  );
}
