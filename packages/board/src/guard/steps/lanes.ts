import * as Y from 'yjs';
import type { Host, Lane, Piece, SharedType } from './piece.ts';

/** Finds the sequences of the live document and keeps those that the overlay changes or adds. */
export class Lanes {
  readonly #doc: Y.Doc;
  readonly #pieceOf: (item: Y.Item) => Piece;
  readonly #hosts = new Map<SharedType | string, Host>();

  constructor(doc: Y.Doc, pieceOf: (item: Y.Item) => Piece) {
    this.#doc = doc;
    this.#pieceOf = pieceOf;
  }

  all(): Lane[] {
    return [...this.#hosts.values()].flatMap(({ list, keys }) => [
      ...(list === null ? [] : [list]),
      ...keys.values(),
    ]);
  }

  root(name: string): Host {
    const type = this.#doc.share.get(name) as SharedType | undefined;
    return this.#host(type ?? name, type ?? null, null);
  }

  live(type: SharedType): Host {
    const known = this.#hosts.get(type);
    if (known !== undefined) return known;
    return this.#host(type, type, type._item === null ? null : this.#pieceOf(type._item));
  }

  /** The type that a new item brings: empty, whatever the decoded struct says. */
  fresh(type: SharedType, owner: Piece): Host {
    return this.#host(type, null, owner);
  }

  /** The type that an item holds; null where it holds none. */
  in(item: Piece): Host | null {
    if (!(item.content instanceof Y.ContentType)) return null;
    const type = item.content.type as SharedType;
    return this.#hosts.get(type) ?? (item.live === null ? this.fresh(type, item) : this.live(type));
  }

  lane(host: Host, key: string | null): Lane {
    const known = key === null ? host.list : host.keys.get(key);
    if (known !== undefined && known !== null) return known;
    const first = key === null ? host.type?._start : host.type?._map.get(key);
    const head = first === undefined || first === null ? null : this.#pieceOf(first);
    const lane = { host, key, head };
    if (key === null) host.list = lane;
    else host.keys.set(key, lane);
    return lane;
  }

  #host(name: SharedType | string, type: SharedType | null, owner: Piece | null): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    const host: Host = { type, owner, list: null, keys: new Map() };
    this.#hosts.set(name, host);
    return host;
  }
}
