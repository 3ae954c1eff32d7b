import type { Page } from '@playwright/test';

/**
 * Every text in Arabic on a page that has no direction of its own: one that stands in no `dir="auto"` or `<bdi>` of its
 * own, nor between isolate marks, and every field to type words in without a direction.
 */
export async function undirectedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ARABIC = /\p{Script=Arabic}/u;
    const OWN = '[dir="auto"], bdi';
    const withoutIsolates = (text: string) => text.replaceAll(/[\u2066-\u2068][^\u2069]*\u2069/g, '');
    /** What an element says besides the elements in it that have a direction of their own. */
    const saysItself = (element: Element): string =>
      [...element.childNodes]
        .map((child) => {
          if (child instanceof Element) return child.matches(OWN) ? '' : saysItself(child);
          return child.textContent ?? '';
        })
        .join('');
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { parentElement } = node;
      if (parentElement === null || ['SCRIPT', 'STYLE', 'TITLE'].includes(parentElement.tagName)) continue;
      const text = withoutIsolates(node.textContent ?? '');
      if (!ARABIC.test(text)) continue;
      const own = parentElement.closest(OWN);
      const beside = own === null ? null : withoutIsolates(saysItself(own));
      if (beside === null || /\p{Script=Latin}/u.test(beside)) {
        const at = parentElement.className;
        found.add(
          `<${parentElement.tagName.toLowerCase()} class="${typeof at === 'string' ? at : ''}"> ${beside ?? text}`,
        );
      }
    }
    const fields = document.querySelectorAll(
      'textarea, input:not([type]), input[type="text"], input[type="search"]',
    );
    for (const field of fields)
      if (field.getAttribute('dir') !== 'auto' && !field.matches('[inputmode="numeric"]'))
        found.add(field.outerHTML.slice(0, 120));
    return [...found];
  });
}
