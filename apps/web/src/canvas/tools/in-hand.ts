import type { Ink, NodeKind } from '@coherence/board';
import { atom } from '@tldraw/tldraw';
import type { Point } from '@coherence/picture';
import { perEditor } from '../per-editor.ts';
import { PLAIN_KIND } from '../../factors/kinds.ts';

type InHand = { readonly ink: Ink; readonly points: readonly Point[] };

/** The stroke being drawn on this screen, shown before its points have reached the board. */
export const strokeInHand = perEditor(() => atom<InHand | null>('stroke in hand', null));

/** The colour the pen draws in. */
export const penInk = perEditor(() => atom<Ink>('pen ink', 'blue'));

/** The kind of card that the Factor tool and a double-click make. */
export const newKind = perEditor(() => atom<NodeKind>('new kind', PLAIN_KIND));
