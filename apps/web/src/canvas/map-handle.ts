import type { Ink, NodeKind } from '@coherence/board';
import type { MapPoint } from './actions.ts';

export const MAP_TOOLS = ['select', 'hand', 'factor', 'link', 'pen', 'note', 'text', 'laser'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** What is chosen on the map, by record id; links as `from>to`. */
export type MapSelection = {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
  readonly drawings: readonly string[];
};

export type MapStatus = {
  readonly tool: MapTool;
  readonly kind: NodeKind;
  readonly ink: Ink;
  /** 1 is full size. */
  readonly zoom: number;
  readonly selection: MapSelection;
  /** A link waits for the card it leads to. */
  readonly isLinking: boolean;
};

/** What stands out on the map while the rest is dimmed. */
export type Highlight = {
  readonly ids: ReadonlySet<string>;
  /** Only these cards belong here; links stay as they are. */
  readonly isPart: boolean;
};

/** A rectangle of the map, in map px. */
type MapBounds = MapPoint & { readonly w: number; readonly h: number };

/** The canvas as its toolbar and panels see it: nothing of the editor behind it shows. */
export type MapHandle = {
  status(): MapStatus;
  subscribe(listener: () => void): () => void;
  setTool(tool: MapTool): void;
  setKind(kind: NodeKind): void;
  setInk(ink: Ink): void;
  select(ids: readonly string[]): void;
  selectAll(): void;
  /** The first card in reading order: from there Tab goes on from card to card. */
  selectFirst(): void;
  /** Opens the words of a card or note. */
  edit(id: string): void;
  /** A new card in the middle of what is shown. */
  addCard(kind: NodeKind): void;
  fit(): void;
  fitSelection(): void;
  zoomTo(zoom: number): void;
  zoomBy(factor: number): void;
  /** Middle of what is shown, in map px. */
  center(): MapPoint;
  /** Brings a point of the map to the middle. */
  goTo(point: MapPoint): void;
  /** Brings a card or link to the middle; nothing where it is not on the map. */
  goToRecord(id: string): void;
  focus(): void;
  /** Size of the canvas on the screen, in px. */
  size(): { readonly w: number; readonly h: number };
  /** Shows these map px in the middle, as large as they fit between the two zooms. */
  frame(bounds: MapBounds, zoom: { readonly smallest: number; readonly largest: number }): void;
  /** Highlights this and dims the rest; null for nothing. */
  highlight(highlight: Highlight | null): void;
};

/** What the canvas asks of the screen around it. */
export type MapRequest =
  | { readonly ask: 'group'; readonly ids: readonly string[] }
  | { readonly ask: 'remove' }
  | { readonly ask: 'cut'; readonly ids: readonly string[] }
  | { readonly ask: 'pasted'; readonly left: number };
