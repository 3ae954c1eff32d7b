import { useEditor, useValue } from '@tldraw/tldraw';
import { useLive } from '../../live/live-context.tsx';
import { usePeople } from '../../live/people/presence.ts';

/** More cursors than this are a swarm, not people. */
const SHOWN_MAX = 24;

/** Where the others point on the map, each with a name flag in their colour; nowhere on the projector. */
export function PeopleCursors() {
  const editor = useEditor();
  const { role } = useLive();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const others = usePeople().filter(({ here, cursor }) => !here && cursor !== null);
  if (role === 'display') return null;
  return others.slice(0, SHOWN_MAX).map(({ clientId, cursor, name, colour }) => (
    <div
      key={clientId}
      className="map-cursor tl-overlays__item"
      style={{ transform: `translate(${cursor?.x ?? 0}px, ${cursor?.y ?? 0}px) scale(${1 / zoom})` }}
      aria-hidden
    >
      <svg width={18} height={18} viewBox="0 0 18 18">
        <path d="M2 2 15.5 8.2 9.3 9.6 7.2 15.4Z" fill={colour} stroke="#fff" strokeWidth={1.2} />
      </svg>
      {name === null ? null : (
        <span className="map-cursor-name" style={{ background: colour }}>
          {name}
        </span>
      )}
    </div>
  ));
}
