import type { Ink } from '@coherence/board';
import { atom } from '@tldraw/tldraw';
import { perEditor } from '../per-editor.ts';

/** The colour the pen draws in. */
export const penInk = perEditor(() => atom<Ink>('pen ink', 'blue'));
