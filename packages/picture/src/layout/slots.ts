import { seededRandom } from './random.ts';

type SlotNode = { readonly w: number; readonly h: number };
export type Slot = { readonly x: number; readonly y: number; readonly region: number };
export type SlotLink = readonly [from: number, to: number];

const work = 30_000_000;
const weights = { length: 1 / 240, crossing: 1.1, covered: 4, backwards: 0.25 } as const;

/**
 * Finds which card goes to which slot (by its middle) within its region, so that links are short, cross
 * little, avoid other cards and rather point right. Annealing from a fixed seed with a bounded amount of work.
 * `seats[slot]` is a node or -1 and is the start; the answer has the same shape.
 */
export function assignSlots(
  nodes: readonly SlotNode[],
  links: readonly SlotLink[],
  slots: readonly Slot[],
  seats: readonly number[],
): number[] {
  const seated = [...seats];
  const table = new LinkTable(nodes, links);
  seated.forEach((node, index) => table.seat(node, slots[index]));
  const rivals = slots.map((slot) =>
    slots.flatMap((other, index) => (other.region === slot.region ? [index] : [])),
  );
  const random = seededRandom(7);
  const moves = moveBudget(nodes.length, links.length);
  for (let move = 0; move < moves; move += 1) {
    const heat = 1.6 * (1 - move / moves) ** 2 + 0.01;
    const a = Math.floor(random() * slots.length);
    const mates = rivals[a] ?? [];
    const b = mates[Math.floor(random() * mates.length)] ?? a;
    const [nodeA, nodeB] = [seated[a] ?? -1, seated[b] ?? -1];
    if (a === b || (nodeA < 0 && nodeB < 0)) continue;
    table.choose(nodeA, nodeB);
    const before = table.cost();
    table.seat(nodeA, slots[b]);
    table.seat(nodeB, slots[a]);
    const rise = table.cost() - before;
    if (rise <= 0 || random() < Math.exp(-rise / heat)) {
      [seated[a], seated[b]] = [nodeB, nodeA];
      continue;
    }
    table.seat(nodeA, slots[a]);
    table.seat(nodeB, slots[b]);
  }
  return seated;
}

function moveBudget(nodeCount: number, linkCount: number): number {
  const perNode = nodeCount === 0 ? 0 : (linkCount * 4) / nodeCount;
  const perMove = 40 + 2 * (perNode * (linkCount + nodeCount) + linkCount * 2);
  return Math.max(400, Math.min(40_000, nodeCount * 1200, Math.floor(work / perMove)));
}

/**
 * Costs of links drawn as straight lines between the slots of their ends. Flat arrays, because the annealing
 * asks a hundred thousand times.
 */
class LinkTable {
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #halfW: Float64Array;
  readonly #halfH: Float64Array;
  readonly #touching: readonly (readonly number[])[];
  #affected: number[] = [];
  readonly #isAffected: Uint8Array;
  #moved: number[] = [];

  constructor(nodes: readonly SlotNode[], links: readonly SlotLink[]) {
    this.#from = Int32Array.from(links, ([from]) => from);
    this.#to = Int32Array.from(links, ([, to]) => to);
    this.#x = new Float64Array(nodes.length);
    this.#y = new Float64Array(nodes.length);
    this.#halfW = Float64Array.from(nodes, (node) => node.w / 2 + 4);
    this.#halfH = Float64Array.from(nodes, (node) => node.h / 2 + 4);
    this.#isAffected = new Uint8Array(links.length);
    this.#touching = nodes.map((_, node) =>
      links.flatMap(([from, to], link) => (from === node || to === node ? [link] : [])),
    );
  }

  /** Puts a node on a slot, or empties it (-1). */
  seat(node: number, slot: Slot | undefined): void {
    if (node < 0 || !slot) return;
    this.#x[node] = slot.x;
    this.#y[node] = slot.y;
  }

  /** Names the one or two nodes about to move; `cost` then counts only what they can change. */
  choose(nodeA: number, nodeB: number): void {
    for (const link of this.#affected) this.#isAffected[link] = 0;
    this.#moved = [nodeA, nodeB].filter((node) => node >= 0);
    this.#affected = [];
    for (const node of this.#moved) {
      for (const link of this.#touching[node] ?? []) {
        if (this.#isAffected[link] === 1) continue;
        this.#isAffected[link] = 1;
        this.#affected.push(link);
      }
    }
  }

  cost(): number {
    let total = 0;
    for (const link of this.#affected) {
      total += this.#alone(link);
      for (let other = 0; other < this.#from.length; other += 1) {
        if (other === link || (other < link && this.#isAffected[other] === 1)) continue;
        if (this.#cross(link, other)) total += weights.crossing;
      }
    }
    for (let other = 0; other < this.#from.length; other += 1) {
      if (this.#isAffected[other] === 1) continue;
      for (const node of this.#moved) if (this.#covers(node, other)) total += weights.covered;
    }
    return total;
  }

  #alone(link: number): number {
    const [from, to] = [this.#from[link] ?? 0, this.#to[link] ?? 0];
    const dx = (this.#x[to] ?? 0) - (this.#x[from] ?? 0);
    const dy = (this.#y[to] ?? 0) - (this.#y[from] ?? 0);
    let total = Math.hypot(dx, dy * 1.2) * weights.length + (dx < -20 ? weights.backwards : 0);
    for (let node = 0; node < this.#x.length; node += 1) {
      if (this.#covers(node, link)) total += weights.covered;
    }
    return total;
  }

  #cross(one: number, other: number): boolean {
    const a = this.#from[one] ?? 0;
    const b = this.#to[one] ?? 0;
    const c = this.#from[other] ?? 0;
    const d = this.#to[other] ?? 0;
    if (a === c || a === d || b === c || b === d) return false;
    return this.#turns(a, b, c) !== this.#turns(a, b, d) && this.#turns(c, d, a) !== this.#turns(c, d, b);
  }

  #turns(a: number, b: number, c: number): boolean {
    const ax = this.#x[a] ?? 0;
    const ay = this.#y[a] ?? 0;
    const rise = ((this.#x[b] ?? 0) - ax) * ((this.#y[c] ?? 0) - ay);
    return rise > ((this.#y[b] ?? 0) - ay) * ((this.#x[c] ?? 0) - ax);
  }

  /** Whether a link's line meets the card of a node that is not its end (clipping by Liang and Barsky). */
  #covers(node: number, link: number): boolean {
    const from = this.#from[link] ?? 0;
    const to = this.#to[link] ?? 0;
    if (node === from || node === to) return false;
    const x = (this.#x[from] ?? 0) - (this.#x[node] ?? 0);
    const y = (this.#y[from] ?? 0) - (this.#y[node] ?? 0);
    const toX = (this.#x[to] ?? 0) - (this.#x[node] ?? 0);
    const toY = (this.#y[to] ?? 0) - (this.#y[node] ?? 0);
    const halfW = this.#halfW[node] ?? 0;
    const halfH = this.#halfH[node] ?? 0;
    if ((x > halfW && toX > halfW) || (x < -halfW && toX < -halfW)) return false;
    if ((y > halfH && toY > halfH) || (y < -halfH && toY < -halfH)) return false;
    const wayX = toX - x;
    const wayY = toY - y;
    const slackX = wayX === 0 ? Infinity : halfW / Math.abs(wayX);
    const slackY = wayY === 0 ? Infinity : halfH / Math.abs(wayY);
    const middleX = wayX === 0 ? 0 : -x / wayX;
    const middleY = wayY === 0 ? 0 : -y / wayY;
    const enter = Math.max(0, middleX - slackX, middleY - slackY);
    return enter < Math.min(1, middleX + slackX, middleY + slackY);
  }
}
