import { useEditor, useValue } from '@tldraw/tldraw';
import { useEffect, useRef, useState } from 'react';
import { strokePath, inkColors, penWidth } from '@coherence/picture';
import { usePeople } from '../../live/people/presence.ts';
import { extendTrail, type TrailPoint } from '../model/screen/trail.ts';
import { strokeInHand } from '../tools/in-hand.ts';

type Trails = ReadonlyMap<number, { readonly colour: string; readonly points: readonly TrailPoint[] }>;

/** Where others point with the laser, as lines that fade. */
export function LaserTrails() {
  const editor = useEditor();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const people = usePeople();
  const latest = useRef(people);
  const [trails, setTrails] = useState<Trails>(new Map());
  const isPointing = people.some(({ here, pointing }) => pointing && !here);
  const isFading = trails.size > 0;

  useEffect(() => {
    latest.current = people;
  }, [people]);

  useEffect(() => {
    if (!isPointing && !isFading) return undefined;
    let frame = requestAnimationFrame(function draw() {
      setTrails((before) => nextTrails(before, latest.current));
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPointing, isFading]);

  if (!isFading) return null;
  return (
    <svg className="tl-overlays__item" aria-hidden>
      {[...trails].map(([clientId, { colour, points }]) => (
        <path
          key={clientId}
          d={strokePath(points)}
          fill="none"
          stroke={colour}
          strokeWidth={4 / zoom}
          strokeOpacity={0.6}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

function nextTrails(before: Trails, people: ReturnType<typeof usePeople>): Trails {
  const now = performance.now();
  const next = new Map<number, { colour: string; points: readonly TrailPoint[] }>();
  for (const { clientId, here, pointing, cursor, colour } of people) {
    if (here) continue;
    const points = extendTrail(before.get(clientId)?.points ?? [], pointing ? cursor : null, now);
    if (points.length > 0) next.set(clientId, { colour, points });
  }
  return next;
}

/** The pen stroke being drawn here, point by point; the board gets it in chunks. */
export function StrokePreview() {
  const editor = useEditor();
  const stroke = useValue('stroke in hand', () => strokeInHand(editor).get(), [editor]);
  if (stroke === null) return null;
  return (
    <svg className="tl-overlays__item" aria-hidden>
      <path
        d={strokePath(stroke.points)}
        fill="none"
        stroke={inkColors[stroke.ink]}
        strokeWidth={penWidth}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
