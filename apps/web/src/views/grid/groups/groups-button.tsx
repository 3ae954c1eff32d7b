import { ungroup } from '@coherence/board';
import { t } from '@coherence/words';
import { useState } from 'react';
import { BoundTextarea } from '../../../live/text/bound-textarea.tsx';
import { useOperation } from '../../../live/document/use-operation.ts';
import { useProjection } from '../../../live/document/use-projection.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { groupsOf } from './groups-of.ts';
import './groups.css';

/** The groups there are, to rename and to take apart. */
export function GroupsButton() {
  const operate = useOperation();
  const groups = useProjection(groupsOf);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('grid.groups', { n: groups.length })}</Button>
      <Dialog
        open={isOpen}
        title={t('grid.groupsTitle')}
        closeLabel={t('grid.dismiss')}
        onClose={() => setOpen(false)}
      >
        <p className="groups-hint">{t('grid.groupsHint')}</p>
        <ul className="groups-list">
          {groups
            // In the order they were made: a name that is being typed must not move its line.
            .toSorted((a, b) => (a.id < b.id ? -1 : 1))
            .map(({ id, name, members }) => (
              <li key={id}>
                <BoundTextarea
                  root="groups"
                  id={id}
                  className="input"
                  aria-label={t('grid.groupWords')}
                  maxLength={200}
                />
                <span>{t('grid.groupMembers', { n: members })}</span>
                <Button
                  aria-label={t('grid.ungroupName', { name })}
                  onClick={() => operate((doc) => ungroup(doc, id))}
                >
                  {t('grid.ungroup')}
                </Button>
              </li>
            ))}
        </ul>
      </Dialog>
    </>
  );
}
