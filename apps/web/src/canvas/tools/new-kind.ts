import type { NodeKind } from '@coherence/board';
import { atom } from '@tldraw/tldraw';
import { PLAIN_KIND } from '../../factors/kinds.ts';
import { perEditor } from '../per-editor.ts';

/** The kind of card that the Factor tool and a double-click make. */
export const newKind = perEditor(() => atom<NodeKind>('new kind', PLAIN_KIND));
