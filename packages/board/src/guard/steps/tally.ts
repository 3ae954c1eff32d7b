/** Structs moved by one `Array.splice` for the time of one step: measured, see docs/performance.md. */
const MOVED_PER_STEP = 400;

/** The work of merging one update, by kind. */
export type Work = {
  /** Items looked at between the left and the right origin. */
  readonly looked: number;
  /** What items far behind the first of one conflict cost more. */
  readonly far: number;
  /** Items walked from the end of a key's chain to its start. */
  readonly walked: number;
  readonly splits: number;
  /** Structs and plain values moved or copied by splits. */
  readonly movedBySplits: number;
  /** Structs moved when pieces are joined after the transaction: at least as many as Yjs moves. */
  readonly movedByJoins: number;
  /** Items deleted because what they stand in is deleted. */
  readonly emptied: number;
  /** Looks the counter itself needs beyond those of Yjs. */
  readonly checked: number;
};

/** Adds up work and says when it is more than `limit` steps. */
export class Tally implements Work {
  looked = 0;
  far = 0;
  walked = 0;
  splits = 0;
  movedBySplits = 0;
  movedByJoins = 0;
  emptied = 0;
  checked = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get steps(): number {
    const moved = this.movedBySplits + this.movedByJoins;
    const counted = this.looked + this.far + this.walked + this.splits + this.emptied + this.checked;
    return counted + Math.floor(moved / MOVED_PER_STEP);
  }

  get isOver(): boolean {
    return this.steps > this.#limit;
  }
}
