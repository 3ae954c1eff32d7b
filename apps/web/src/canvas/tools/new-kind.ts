import type { NodeKind } from '@coherence/board';
import { atom } from '@tldraw/tldraw';
import { perEditor } from '../per-editor.ts';

/** The kind of card that the Factor tool and a double-click make; until somebody chooses, one that claims nothing. */
export const newKind = perEditor(() => atom<NodeKind>('new kind', 'issue'));
