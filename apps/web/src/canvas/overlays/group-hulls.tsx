import { mapOf } from '@coherence/board';
import { groupHull, type Box, type Hull, fitLine } from '@coherence/picture';
import { useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { t } from '@coherence/words';
import { useState } from 'react';
import { useProjection } from '../../live/document/use-projection.ts';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import { fromStoreRecord } from '../shape-records.ts';
import { BoundTextarea } from '../../live/text/bound-textarea.tsx';
import { useLive } from '../../live/live-context.tsx';
import { hint } from '../../ui/tips/tip.ts';

/** A soft outline behind each group's cards; it follows them while they are dragged. */
export function GroupHulls() {
  const { groups } = useProjection(mapOf);
  return groups.map(({ id, name }) => <HullShape key={id} id={id} name={name} />);
}

/** The names of the groups, over the links, so that none is ever crossed out. */
export function GroupNames() {
  const { groups } = useProjection(mapOf);
  return groups.map(({ id, name }) => <HullName key={id} id={id} name={name} />);
}

function HullShape({ id, name }: { id: string; name: string }) {
  const hull = useHull(id, name);
  if (hull === null) return null;
  return (
    <svg className="tl-overlays__item" aria-hidden>
      <path className="map-hull" d={hull.d} />
    </svg>
  );
}

function HullName({ id, name }: { id: string; name: string }) {
  const hull = useHull(id, name);
  return hull === null ? null : <GroupName id={id} name={name} bounds={hull.bounds} />;
}

function useHull(id: string, name: string): Hull | null {
  const editor = useEditor();
  return useValue('hull of a group', () => hullOf(editor, id, name), [editor, id, name]);
}

function hullOf(editor: Editor, id: string, name: string): Hull | null {
  const [members, others]: [Box[], Box[]] = [[], []];
  for (const record of editor.getCurrentPageShapes()) {
    const shape = fromStoreRecord(record);
    if (shape?.type === 'factor') (shape.props.group === id ? members : others).push(boxOfCard(shape));
  }
  return groupHull(name, members, others);
}

const NAME_SIZE = 16;
const SIDE = 22;

/** The name of a group: a click chooses its cards, a double-click renames it. */
function GroupName({ id, name, bounds: { x, y, w } }: { id: string; name: string; bounds: Box }) {
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
