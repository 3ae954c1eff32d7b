import type { Ink, MapLink, NodeKind, NodeRoot, Strength } from '@coherence/board';

/** What the canvas shows, one value per record: plain, comparable, and free of the editor that draws it. */
export type MapShape = CardShape | LinkShape | StrokeShape | WritingShape;

type ShapePosition = { readonly id: string; readonly x: number; readonly y: number };

/** A factor or a strategy. Its height follows from its text. */
export type CardShape = ShapePosition & {
  readonly type: 'factor';
  readonly props: {
    readonly root: NodeRoot;
    readonly text: string;
    readonly kind: NodeKind;
    readonly votes: number;
    readonly group: string;
    readonly w: number;
  };
};

/** Every influence from one card to another, folded. It has no place of its own: x and y are 0. */
export type LinkShape = ShapePosition & {
  readonly type: 'influence';
  readonly props: {
    readonly from: string;
    readonly to: string;
    readonly polarity: MapLink['polarity'];
    readonly strength: Strength;
    readonly delay: boolean;
    /** How many name it: units, people, or rooms. */
    readonly sources: number;
    /** How many of these are rooms or teams. */
    readonly rooms: number;
  };
};

export type StrokeShape = ShapePosition & {
  readonly type: 'stroke';
  readonly props: { readonly ink: Ink; readonly points: readonly number[]; readonly w: number };
};

export type WritingShape = ShapePosition & {
  readonly type: 'writing';
  readonly props: {
    readonly kind: 'note' | 'text';
    readonly ink: Ink;
    readonly text: string;
    readonly w: number;
  };
};

export function isSameShape(a: MapShape, b: MapShape): boolean {
  if (a === b) return true;
  if (a.type !== b.type || a.x !== b.x || a.y !== b.y) return false;
  const [left, right] = [a.props as Record<string, unknown>, b.props as Record<string, unknown>];
  return Object.keys(left).every((key) => isSameValue(left[key], right[key]));
}

/** Points may be the very same list (an unchanged record) or an equal copy of it. */
function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The colours a drawing can have, in the order they are offered. */
export const INKS = ['ink', 'blue', 'red', 'green', 'yellow', 'violet'] as const satisfies readonly Ink[];
