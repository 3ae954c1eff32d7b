import type { NodeKind } from '../kinds.ts';
import type { PictureHead, UnitMark } from '../map/map-model.ts';

export type GridFactor = {
  /** The factor's stable number, as written: "F12". */
  readonly number: string;
  readonly text: string;
  readonly units: readonly UnitMark[];
  readonly votes?: number | undefined;
  readonly onMap?: boolean | undefined;
};

/** A unit's chip and the name it stands for. */
export type NamedUnit = UnitMark & { readonly name: string };

/** Cells by row id, then column id; what is missing is an empty cell. */
export type GridCells = Readonly<Record<string, Readonly<Record<string, readonly GridFactor[]>>>>;

export type GridModel = PictureHead & {
  readonly rows: readonly {
    /** A row looks like the cards of this kind. */
    readonly id: NodeKind;
    readonly label: string;
    readonly hint?: string | undefined;
  }[];
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  /** The upper header line: a label that spans these columns, which stand side by side. */
  readonly columnGroup?: { readonly label: string; readonly columns: readonly string[] } | undefined;
  readonly cells: GridCells;
  readonly unplaced: readonly GridFactor[];
  /** The key to the chips on the cards. */
  readonly units?: readonly NamedUnit[] | undefined;
};
