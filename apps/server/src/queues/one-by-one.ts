/** Lets what concerns one board happen one after the other. */
export class OneByOne {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(board: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(board) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.#last.set(board, turn);
    const forget = () => {
      if (this.#last.get(board) === turn) this.#last.delete(board);
    };
    turn.then(forget, forget);
    return turn;
  }
}
