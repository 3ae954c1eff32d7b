import {
  boxesTouch,
  linkRoutes,
  unionOf,
  type Box,
  type LinkPath,
  type RoutedLink,
} from '@coherence/picture';
import { atom, type Atom, react, type Editor } from '@tldraw/tldraw';
import { perEditor } from '../per-editor.ts';
import { boxOfCard } from '../model/shapes/shape-size.ts';
import { fromStoreRecord } from '../shape-records.ts';

/** After this pause links are routed around the cards that have moved, in ms. */
const SETTLE_MS = 160;
/** Up to this many links are then all routed again, so that their signs keep clear of each other everywhere. */
const ALL_AT_ONCE = 400;
/** Where there are more, so many are routed before the page may do something else. */
const IN_ONE_GO = 100;
/** A link bends around cards this close to the straight way between its ends, in px. */
const NEAR = 120;

/**
 * The drawn path of every link, found by the same rules as in the exported picture. While cards move only the links
 * that end at them are routed; when they rest, those they passed are too.
 */
export class LinkRoutes {
  readonly #paths = new Map<string, Atom<LinkPath | null>>();
  #boxes: ReadonlyMap<string, Box> = new Map();
  #links: readonly RoutedLink[] = [];
  #disturbed: Box[] = [];
  /** Links to route anew, by id. */
  readonly #waiting = new Set<string>();
  #settling: ReturnType<typeof setTimeout> | null = null;

  /** Reactive: a computation that reads it runs again when the path changes. */
  pathOf(link: string): LinkPath | null {
    return this.#atomOf(link).get();
  }

  update(boxes: ReadonlyMap<string, Box>, links: readonly RoutedLink[]): void {
    const first = this.#links.length === 0;
    const touched = linksToRoute(this.#boxes, boxes, this.#links, links);
    this.#disturbed.push(...changedBoxes(this.#boxes, boxes));
    this.#boxes = boxes;
    this.#links = links;
    if (first) this.#disturbed = [];
    const now = first ? links : touched;
    if (now.length > 0) this.#show(now, linkRoutes(boxes, now));
    if (first || this.#disturbed.length + touched.length === 0) return;
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  stop(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
  }

  #settle(): void {
    const isSmall = this.#links.length <= ALL_AT_ONCE;
    const isNew = isSmall || this.#disturbed.length > this.#boxes.size;
    const links = isNew ? this.#links : linksNear(this.#boxes, this.#links, this.#disturbed);
    this.#disturbed = [];
    for (const { id } of links) this.#waiting.add(id);
    this.#routeWaiting(isSmall ? ALL_AT_ONCE : IN_ONE_GO);
  }

  #routeWaiting(most: number): void {
    const links = this.#links.filter(({ id }) => this.#waiting.has(id)).slice(0, most);
    if (links.length < most) this.#waiting.clear();
    for (const { id } of links) this.#waiting.delete(id);
    this.#show(links, linkRoutes(this.#boxes, links));
    this.#settling = this.#waiting.size > 0 ? setTimeout(() => this.#routeWaiting(IN_ONE_GO)) : null;
  }

  #show(links: readonly RoutedLink[], paths: ReadonlyMap<string, LinkPath>): void {
    for (const { id } of links) {
      const path = paths.get(id) ?? null;
      const shown = this.#atomOf(id);
      if (JSON.stringify(shown.get()) !== JSON.stringify(path)) shown.set(path);
    }
  }

  #atomOf(link: string): Atom<LinkPath | null> {
    const known = this.#paths.get(link);
    if (known !== undefined) return known;
    const made = atom<LinkPath | null>(`path of ${link}`, null);
    this.#paths.set(link, made);
    return made;
  }
}

/** Links that are new or changed, or one of whose ends stands elsewhere than before. */
export function linksToRoute(
  oldBoxes: ReadonlyMap<string, Box>,
  boxes: ReadonlyMap<string, Box>,
  oldLinks: readonly RoutedLink[],
  links: readonly RoutedLink[],
): readonly RoutedLink[] {
  const known = new Map(oldLinks.map((link) => [link.id, link]));
  const moved = (id: string): boolean => !isSameBox(oldBoxes.get(id), boxes.get(id));
  return links.filter((link) => {
    const before = known.get(link.id);
    return before === undefined || !isSameLink(before, link) || moved(link.from) || moved(link.to);
  });
}

/** Where cards were and are that moved, came or went. */
export function changedBoxes(
  before: ReadonlyMap<string, Box>,
  after: ReadonlyMap<string, Box>,
): readonly Box[] {
  const changed: Box[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (!isSameBox(was, is)) changed.push(...[was, is].filter((box) => box !== undefined));
  }
  return changed;
}

/** Links whose way may lead past one of these places. */
export function linksNear(
  boxes: ReadonlyMap<string, Box>,
  links: readonly RoutedLink[],
  places: readonly Box[],
): readonly RoutedLink[] {
  return links.filter(({ from, to }) => {
    const ends = [boxes.get(from), boxes.get(to)].filter((box) => box !== undefined);
    const around = unionOf(ends);
    return around !== null && places.some((place) => boxesTouch(place, around, NEAR));
  });
}

function isSameLink(a: RoutedLink, b: RoutedLink): boolean {
  return a.polarity === b.polarity && a.strength === b.strength && a.delay === b.delay;
}

function isSameBox(a: Box | undefined, b: Box | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** The routes of an editor's map. */
export const routesOf = perEditor(() => new LinkRoutes());

/** Keeps the paths of all links with the cards as they stand on this screen. Returns the way to stop. */
export function routeLinks(editor: Editor): () => void {
  const routes = routesOf(editor);
  const stop = react('route links', () => {
    const boxes = new Map<string, Box>();
    const links: RoutedLink[] = [];
    for (const record of editor.getCurrentPageShapes()) {
      const shape = fromStoreRecord(record);
      if (shape?.type === 'factor') boxes.set(shape.id, boxOfCard(shape));
      else if (shape?.type === 'influence') links.push({ id: shape.id, ...shape.props });
    }
    routes.update(boxes, links);
  });
  return () => {
    stop();
    routes.stop();
  };
}
