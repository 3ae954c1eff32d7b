import { linkRoutes, type Box, type LinkPath, type RoutedLink } from '@coherence/picture';
import { atom, type Atom } from '@tldraw/tldraw';
import { perEditor } from '../per-editor.ts';

/** After this pause all links are routed around all cards again, in ms. */
const SETTLE_MS = 160;

/**
 * The drawn path of every link, found by the same rules as in the exported picture. While cards move only the links
 * that touch them are routed; when they rest, all are.
 */
export class LinkRoutes {
  readonly #paths = new Map<string, Atom<LinkPath | null>>();
  #boxes: ReadonlyMap<string, Box> = new Map();
  #links: readonly RoutedLink[] = [];
  #settling: ReturnType<typeof setTimeout> | null = null;

  /** Reactive: whoever reads it inside a computation is told when the path changes. */
  pathOf(link: string): LinkPath | null {
    return this.#atomOf(link).get();
  }

  update(boxes: ReadonlyMap<string, Box>, links: readonly RoutedLink[]): void {
    const first = this.#links.length === 0;
    const touched = linksToRoute(this.#boxes, boxes, this.#links, links);
    this.#boxes = boxes;
    this.#links = links;
    if (touched.length === 0) return;
    if (first) this.#routeAll();
    else {
      this.#show(touched, linkRoutes(boxes, touched));
      if (this.#settling !== null) clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#routeAll(), SETTLE_MS);
    }
  }

  stop(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
  }

  #routeAll(): void {
    this.#settling = null;
    this.#show(this.#links, linkRoutes(this.#boxes, this.#links));
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

function isSameLink(a: RoutedLink, b: RoutedLink): boolean {
  return a.polarity === b.polarity && a.strength === b.strength && a.delay === b.delay;
}

function isSameBox(a: Box | undefined, b: Box | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
}

/** The routes of an editor's map. */
export const routesOf = perEditor(() => new LinkRoutes());
