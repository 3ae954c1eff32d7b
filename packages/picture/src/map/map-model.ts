import type { EmbeddedFont } from '../draw/svg.ts';
import type { Polarity } from '../geometry/link-path.ts';
import type { Point } from '../geometry/box.ts';
import type { NodeKind } from '../kinds.ts';
import type { Tint } from '../palette.ts';
import type { PictureWords } from '../words.ts';

export type UnitMark = { readonly label: string; readonly tint: Tint };

/** What both pictures say above their content. `date` is already written for people. */
export type PictureHead = {
  readonly title: string;
  readonly question?: string | undefined;
  readonly date?: string | undefined;
  readonly org?: string | undefined;
  readonly people?: number | undefined;
};

export type PictureOptions = {
  readonly fonts?: readonly EmbeddedFont[] | undefined;
  readonly words: PictureWords;
};

export type MapNode = {
  readonly id: string;
  readonly text: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly group?: string | null | undefined;
  readonly votes?: number | undefined;
  readonly units?: readonly UnitMark[] | undefined;
  readonly number?: string | undefined;
};

export type MapLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly polarity: Polarity;
  readonly strength: number;
  readonly delay: boolean;
  /** How many sources name it. */
  readonly count?: number | undefined;
  /** How many rooms or teams name it; from two on it is drawn in bold, as a line between rails. */
  readonly rooms?: number | undefined;
};

export type MapDrawing =
  | {
      readonly type: 'pen';
      readonly points: readonly Point[];
      readonly color: string;
      readonly width: number;
    }
  | {
      readonly type: 'note' | 'text';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h?: number | undefined;
      readonly text: string;
      readonly color: string;
    };

/** A circle of influence to mark: its links are drawn in its colour, its label sits in the middle. */
export type MapLoop = { readonly label: string; readonly links: readonly string[] };

export type MapModel = PictureHead & {
  readonly nodes: readonly MapNode[];
  readonly links: readonly MapLink[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly drawings: readonly MapDrawing[];
  readonly loops?: readonly MapLoop[] | undefined;
};

export type MapPictureOptions = PictureOptions & {
  /** Show each card's number and unit chips in a foot line; cards grow by it. Off by default, as on the canvas. */
  readonly details?: boolean | undefined;
};
