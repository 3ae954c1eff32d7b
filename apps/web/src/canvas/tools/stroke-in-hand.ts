import type { Ink } from '@coherence/board';
import { atom } from '@tldraw/tldraw';
import type { Point } from '@coherence/picture';
import { perEditor } from '../per-editor.ts';

type InHand = { readonly ink: Ink; readonly points: readonly Point[] };

/** The stroke being drawn on this screen, shown before its points have reached the board. */
export const strokeInHand = perEditor(() => atom<InHand | null>('stroke in hand', null));
