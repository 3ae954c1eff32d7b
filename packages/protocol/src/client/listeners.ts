/** Typed event listeners: `Events` maps an event's name to what is told. */
export class Listeners<Events extends Record<string, unknown>> {
  readonly #byName = new Map<keyof Events, Set<(event: never) => void>>();

  /** Answers how to stop listening. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void {
    const listeners = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, listeners);
    const own = (event: Events[Name]) => listener(event);
    listeners.add(own);
    return () => void listeners.delete(own);
  }

  emit<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of Array.from(this.#byName.get(name) ?? [])) {
      (listener as (event: Events[Name]) => void)(event);
    }
  }
}
