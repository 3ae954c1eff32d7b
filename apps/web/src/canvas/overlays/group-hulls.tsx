import { mapOf } from '@coherence/board';
import { groupHull, type Box, type Hull } from '@coherence/picture';
import { useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { useProjection } from '../../live/document/use-projection.ts';
import { boxOfCard } from '../model/shapes/card-box.ts';
import { fromStoreRecord } from '../shape-records.ts';
import { GroupName } from './group-name.tsx';

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
