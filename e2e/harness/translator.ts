import type { Page } from '@playwright/test';

type Way = 'replaced' | 'moved' | 'removed';

/**
 * Translates the pages that are opened from now on as browsers do: every text below the root becomes
 * `<font><font>…</font></font>`, also what comes later. `way`: the text node is replaced, moved inside, or removed before the
 * translation comes. Words stay as they are, so that what is out of date can be told.
 */
export async function translate(page: Page, way: Way): Promise<void> {
  await page.addInitScript((how) => {
    const wrap = (text: Text): void => {
      const parent = text.parentElement;
      if (parent === null || parent.closest('font, script, style, textarea, svg') !== null) return;
      if (text.data.trim() === '') return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      if (how === 'moved') {
        text.before(outer);
        inner.append(text);
      } else if (how === 'removed') {
        const next = text.nextSibling;
        inner.append(text.data);
        text.remove();
        parent.insertBefore(outer, next);
      } else {
        inner.append(text.data);
        text.replaceWith(outer);
      }
    };
    const wrapAll = (): void => {
      const root = document.querySelector('#root');
      if (root === null) return;
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      texts.forEach(wrap);
    };
    new MutationObserver(wrapAll).observe(document, { childList: true, characterData: true, subtree: true });
  }, way);
}

/**
 * Changes text and elements of a translated page at random, as React does: in nodes it holds. Gives what the page should say
 * and what it says.
 */
export function changeAtRandom(page: Page, seed: number): Promise<{ right: string; said: string }> {
  return page.evaluate(async (start) => {
    let state = start;
    const random = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const place = document.createElement('p');
    document.querySelector('#root')?.append(place);
    const held: (Text | HTMLElement)[] = [];
    const made = (): Text | HTMLElement => {
      const words = `word${random(1000)} `;
      if (random(3) > 0) return document.createTextNode(words);
      return Object.assign(document.createElement('b'), { textContent: words });
    };
    const words = new Map<Node, string>();
    for (let step = 0; step < 400; step += 1) {
      const at = random(held.length + 1);
      const node = held[at];
      const act = random(5);
      if (node === undefined || (act < 2 && held.length < 9)) {
        const fresh = made();
        words.set(fresh, fresh.textContent);
        place.insertBefore(fresh, node ?? null);
        held.splice(at, 0, fresh);
      } else if (act === 2) {
        place.removeChild(node);
        held.splice(at, 1);
      } else if (act === 3) {
        held.splice(at, 1);
        const to = random(held.length + 1);
        if (held[to] === undefined) place.appendChild(node);
        else place.insertBefore(node, held[to]);
        held.splice(to, 0, node);
      } else if (node instanceof Text) {
        words.set(node, `new${step} `);
        node.nodeValue = `new${step} `;
      }
      // The translator comes now, later, or between two changes.
      if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve));
      else if (random(2) === 0) await Promise.resolve();
    }
    const right = held.map((node) => words.get(node)).join('');
    const said = place.textContent;
    place.remove();
    return { right, said };
  }, seed);
}
