/** More moving cursors than this no person can follow, and each costs every tab a frame's share. */
export const MAX_CURSORS = 24;
/** A cursor that rests this long makes room for one that moves. */
export const SLOT_REST_MS = 3_000;

interface Holder {
  movedAt: number;
  leads: boolean;
}

/**
 * Whose cursors are shown while a board is crowded: those that moved first keep their place as long as they move, so
 * that none flickers; facilitators come before all others. The choice is the same for everyone, which keeps one
 * frame for all.
 */
export class CursorSlots {
  readonly #holders = new Map<number, Holder>();

  /** A tab's cursor moved: answers whether it is shown. */
  moved(clientId: number, now: number, leads: boolean): boolean {
    const holder = this.#holders.get(clientId);
    if (holder !== undefined) {
      holder.movedAt = now;
      holder.leads = leads;
      return true;
    }
    if (this.#holders.size >= MAX_CURSORS && !this.#makeRoom(now, leads)) return false;
    this.#holders.set(clientId, { movedAt: now, leads });
    return true;
  }

  release(clientId: number): void {
    this.#holders.delete(clientId);
  }

  /** A facilitator takes the slot of the cursor that has rested longest, even if that was not long. */
  #makeRoom(now: number, leads: boolean): boolean {
    let found: number | null = null;
    let movedAt = leads ? Infinity : now - SLOT_REST_MS;
    for (const [clientId, holder] of this.#holders) {
      if (holder.movedAt > movedAt || (leads && holder.leads && now - holder.movedAt < SLOT_REST_MS))
        continue;
      found = clientId;
      ({ movedAt } = holder);
    }
    if (found !== null) this.#holders.delete(found);
    return found !== null;
  }
}
