import { mapOf } from '@coherence/board';
import { fitLine, groupHull, type Box } from '@coherence/picture';
import { useEditor, useValue } from '@tldraw/tldraw';
import { useState } from 'react';
import { t } from '../../i18n/translate.ts';
import { BoundTextarea } from '../../live/bound-textarea.tsx';
import { useLive } from '../../live/live-context.tsx';
import { useProjection } from '../../live/use-projection.ts';
import { boxOfCard } from '../model/card-box.ts';
import { fromStoreRecord, shapeIdOf } from '../shapes/shape-records.ts';

const NAME_SIZE = 16;
const SIDE = 22;

/** A soft outline with a name behind each group's cards; it follows them while they are dragged. */
export function GroupHulls() {
  const { groups } = useProjection(mapOf);
  return (
    <div className="map-hulls">
      {groups.map(({ id, name, members }) =>
        members.length === 0 ? null : <GroupHull key={id} id={id} name={name} />,
      )}
    </div>
  );
}

function GroupHull({ id, name }: { id: string; name: string }) {
  const editor = useEditor();
  const { canEdit } = useLive();
  const [isRenaming, setRenaming] = useState(false);
  const [inside, outside] = useValue('cards of the group', () => cardsByGroup(), [editor, id]);

  function cardsByGroup(): [Box[], Box[]] {
    const [members, others]: [Box[], Box[]] = [[], []];
    for (const record of editor.getCurrentPageShapes()) {
      const shape = fromStoreRecord(record);
      if (shape?.type === 'factor') (shape.props.group === id ? members : others).push(boxOfCard(shape));
    }
    return [members, others];
  }

  const selectMembers = (): void => {
    const members = editor.getCurrentPageShapes().map(fromStoreRecord);
    const ids = members.flatMap((shape) =>
      shape?.type === 'factor' && shape.props.group === id ? [shapeIdOf(shape.id)] : [],
    );
    editor.setCurrentTool('select');
    editor.setSelectedShapes(ids);
    editor.focus();
  };

  const hull = groupHull(name, inside, outside);
  if (hull === null) return null;
  const { x, y, w } = hull.bounds;
  return (
    <>
      <svg className="tl-overlays__item" aria-hidden>
        <path className="map-hull" d={hull.d} />
      </svg>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps presses off the canvas; the button inside acts */}
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
            title={t(canEdit ? 'map.groupHint' : 'map.groupSelect')}
            onClick={selectMembers}
            onDoubleClick={() => setRenaming(canEdit)}
          >
            {name.trim() === ''
              ? t('map.groupUnnamed')
              : fitLine(name, 'textSemibold', NAME_SIZE, w - 2 * SIDE)}
          </button>
        )}
      </div>
    </>
  );
}
