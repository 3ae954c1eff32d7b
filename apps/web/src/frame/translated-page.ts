/**
 * Lets a page that the browser translates live on.
 *
 * A translator takes text nodes out of the page and puts `<font>` elements in their place, at any time and again after every
 * change. React keeps the text nodes it made: it would write new words into nodes that nobody sees any more, and throws
 * where it inserts before or removes one of them.
 *
 * The contract: before anything is done to a text node that a translator took away, it is put back where it was, and the
 * translation is taken out; then the browser's own method goes on. The translator sees new words and translates them again. So
 * code of the page may rely on its own nodes, and no component knows of translation. What people type is never read from text
 * nodes. Pages that are not translated only pay for being watched.
 */
export function surviveTranslation(page: Document): void {
  const { prototype } = Node;
  const native = {
    insertBefore: prototype.insertBefore,
    removeChild: prototype.removeChild,
    appendChild: prototype.appendChild,
  };
  const nodeValue = Object.getOwnPropertyDescriptor(prototype, 'nodeValue');
  const setValue = nodeValue?.set;
  if (nodeValue === undefined || setValue === undefined) return;

  const taken = openTakenTexts(native);
  const observer = new MutationObserver((records) => taken.note(records));
  observer.observe(page.documentElement, { childList: true, subtree: true });

  /** Does what the page itself does: it is not taken for the work of a translator. */
  const asPage = <T>(work: () => T): T => {
    taken.note(observer.takeRecords());
    const result = work();
    observer.takeRecords();
    return result;
  };
  const putBack = (node: Node): void => asPage(() => taken.putBack(node));

  prototype.insertBefore = function <T extends Node>(this: Node, node: T, before: Node | null): T {
    if (before !== null && before.parentNode !== this) putBack(before);
    const place = before === null || !taken.isTranslated() ? before : childWith(this, before);
    const insert = (): T => {
      taken.putBack(node);
      return native.insertBefore.call(this, node, place) as T;
    };
    return isText(node) ? asPage(insert) : insert();
  };

  prototype.appendChild = function <T extends Node>(this: Node, node: T): T {
    const append = (): T => {
      taken.putBack(node);
      return native.appendChild.call(this, node) as T;
    };
    return isText(node) && this.isConnected ? asPage(append) : append();
  };

  prototype.removeChild = function <T extends Node>(this: Node, child: T): T {
    if (child.parentNode !== this) putBack(child);
    // A translator may have put an element into another order, inside of its own; or taken it for good.
    if (child.parentNode !== this && taken.isTranslated()) {
      if (child.parentNode !== null && this.contains(child)) native.removeChild.call(child.parentNode, child);
      return child;
    }
    const remove = (): T => native.removeChild.call(this, child) as T;
    return isText(child) ? asPage(remove) : remove();
  };

  Object.defineProperty(prototype, 'nodeValue', {
    ...nodeValue,
    set(this: Node, value: string | null) {
      if (isText(this) && isDisplaced(this)) putBack(this);
      setValue.call(this, value);
    },
  });
}

/** Not where the page put it: taken out, or inside of a translation. */
const isDisplaced = ({ parentNode }: Node): boolean => parentNode === null || isFont(parentNode);
const isText = (node: Node): boolean => node.nodeType === Node.TEXT_NODE;
/** Only translators make them. */
const isFont = (node: Node | null): node is Node => node?.nodeName === 'FONT';

/** The child of `parent` that is or holds `node`; null where it holds it nowhere, which appends. */
function childWith(parent: Node, node: Node): Node | null {
  let child: Node | null = node;
  while (child !== null && child.parentNode !== parent) child = child.parentNode;
  return child;
}

type Native = Pick<Node, 'insertBefore' | 'removeChild'>;

/** Which texts translators have taken, and what they put in their place. */
function openTakenTexts(native: Native) {
  /** By a text that was taken: what stands in its place. */
  const standIns = new WeakMap<Node, Node>();
  /** The texts behind a stand-in, in their order. */
  const behind = new WeakMap<Node, readonly Node[]>();
  let isTranslated = false;

  function pair(removed: Node, standIn: Node): void {
    isTranslated = true;
    const texts = behind.get(removed) ?? (isText(removed) ? [removed] : []);
    behind.delete(removed);
    const waiting = texts.filter((text) => text !== standIn);
    // The original is shown again.
    if (waiting.length < texts.length) standIns.delete(standIn);
    if (waiting.length === 0) return;
    for (const text of waiting) {
      const before = standIns.get(text);
      const others = before === undefined ? [] : (behind.get(before) ?? []).filter((one) => one !== text);
      if (before !== undefined && others.length > 0) behind.set(before, others);
      else if (before !== undefined) behind.delete(before);
      standIns.set(text, standIn);
    }
    behind.set(standIn, [...(behind.get(standIn) ?? []), ...waiting]);
  }

  const isTaken = (node: Node): boolean => isText(node) && isDisplaced(node);

  return {
    isTranslated: () => isTranslated,
    /** Puts back what stands behind the same translation as a text that was taken. */
    putBack(text: Node): void {
      const standIn = standIns.get(text);
      const parent = standIn?.parentNode ?? null;
      if (standIn === undefined || parent === null) return;
      for (const one of behind.get(standIn) ?? []) {
        standIns.delete(one);
        native.insertBefore.call(parent, one, standIn);
      }
      behind.delete(standIn);
      native.removeChild.call(parent, standIn);
    },
    /**
     * Pairs texts with what took their place: replaced at once, or removed beside a new translation, or before one came to
     * the same place.
     */
    note(records: readonly MutationRecord[]): void {
      const unpaired: MutationRecord[] = [];
      for (const record of records) {
        const { target, addedNodes, removedNodes, previousSibling, nextSibling } = record;
        const given = [...addedNodes].find(isFont);
        const taken = [...removedNodes].filter((node) => isFont(node) || isTaken(node));
        if (taken.length > 0) {
          const beside = [previousSibling, nextSibling].find((node) => isFont(node) && !behind.has(node));
          const restored = [...addedNodes].find(isText);
          for (const node of taken) {
            const standIn = given ?? beside ?? (isFont(node) ? restored : undefined);
            if (standIn !== undefined && standIn !== null) pair(node, standIn);
          }
          if (given === undefined && !isFont(beside ?? null)) unpaired.push(record);
        } else if (given !== undefined) {
          const before = unpaired.find(
            (one) =>
              one.target === target &&
              one.previousSibling === previousSibling &&
              one.nextSibling === nextSibling,
          );
          for (const node of before?.removedNodes ?? []) if (isTaken(node)) pair(node, given);
        }
      }
    },
  };
}
