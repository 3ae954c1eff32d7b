import { fitLine, type Box } from '@coherence/picture';
import { t } from '@coherence/words';
import { useEditor } from '@tldraw/tldraw';
import { useState } from 'react';
import { BoundTextarea } from '../../live/text/bound-textarea.tsx';
import { useLive } from '../../live/live-context.tsx';
import { fromStoreRecord } from '../shape-records.ts';
import { hint } from '../../ui/tips/tip.ts';

const NAME_SIZE = 16;
const SIDE = 22;

/** The name of a group: a click chooses its cards, a double-click renames it. */
export function GroupName({ id, name, bounds: { x, y, w } }: { id: string; name: string; bounds: Box }) {
  const editor = useEditor();
  const { canEdit } = useLive();
  const [isRenaming, setRenaming] = useState(false);

  const chooseMembers = (): void => {
    const members = editor.getCurrentPageShapes().filter((record) => {
      const shape = fromStoreRecord(record);
      return shape?.type === 'factor' && shape.props.group === id;
    });
    editor.setCurrentTool('select');
    editor.setSelectedShapes(members);
    editor.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps presses off the canvas; what is inside acts
    <div
      className="map-hull-name"
      style={{ left: x + SIDE, top: y + 8, maxWidth: w - 2 * SIDE }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {isRenaming ? (
        <BoundTextarea
          root="groups"
          id={id}
          className="map-words map-hull-words"
          aria-label={t('map.groupName')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to rename
          autoFocus
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            setRenaming(false);
            editor.getContainer().focus();
          }}
          onBlur={() => setRenaming(false)}
        />
      ) : (
        <button
          type="button"
          {...hint(t(canEdit ? 'map.groupHint' : 'map.groupSelect'))}
          onClick={chooseMembers}
          onDoubleClick={() => setRenaming(canEdit)}
        >
          {name.trim() === ''
            ? t('map.groupUnnamed')
            : fitLine(name, 'textSemibold', NAME_SIZE, w - 2 * SIDE)}
        </button>
      )}
    </div>
  );
}
