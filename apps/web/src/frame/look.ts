import { settableValue } from '@coherence/protocol/observable-value';
import { useEffect } from 'react';
import { useValue } from '../live/use-value.ts';

type Bounds = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
/** A place within a view: a rectangle of the map in map px, or a record. */
export type LookTarget =
  | { readonly kind: 'bounds'; readonly bounds: Bounds }
  | { readonly kind: 'record'; readonly id: string };

/** Reads `x y w h` or the id of a record; null for nothing. */
export function readLook(target: string | null): LookTarget | null {
  if (target === null || target === '') return null;
  const parts = target.split(' ').map(Number);
  const [x = 0, y = 0, w = 0, h = 0] = parts;
  if (parts.length !== 4 || !parts.every(Number.isFinite)) return { kind: 'record', id: target };
  return w > 0 && h > 0 ? { kind: 'bounds', bounds: { x, y, w, h } } : null;
}

/** A rectangle of the map in the words of presence and of `bring`. */
export function writeBounds({ x, y, w, h }: Bounds): string {
  return [x, y, w, h].map(Math.round).join(' ');
}

const wanted = settableValue<{ readonly target: LookTarget } | null>(null);

/** Asks the view that is shown, or comes next, to show a place. */
export function lookAt(target: LookTarget | null): void {
  wanted.set(target === null ? null : { target });
}

/** Shows each place that is asked for, once `show` is there. */
export function useLook(show: ((target: LookTarget) => void) | null): void {
  const now = useValue(wanted);
  useEffect(() => {
    if (now === null || show === null || wanted.getSnapshot() !== now) return;
    wanted.set(null);
    show(now.target);
  }, [now, show]);
}
