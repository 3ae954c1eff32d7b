import type { Locator, Page } from '@playwright/test';

/** What a projector shows. */
export class WallPage {
  readonly page: Page;
  readonly wall: Locator;

  constructor(page: Page) {
    this.page = page;
    this.wall = page.getByRole('main', { name: 'Projector' });
  }

  /** Opens the link of the projector; it asks for nothing. */
  async open(serverUrl: string, board: { id: string; invites: { display: string } }): Promise<void> {
    await this.page.goto(`${serverUrl}/b/${board.id}#${board.invites.display}`);
    await this.wall.waitFor();
  }

  /** Everything a projector must never show, in words; empty when all is well. */
  faults(names: readonly string[]): Promise<readonly string[]> {
    return this.page.evaluate((known) => {
      const SMALLEST = 18;
      const found: string[] = [];
      const shown = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.closest('.visually-hidden') === null;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const element = node.parentElement;
        const words = node.textContent?.trim() ?? '';
        if (element === null || words === '' || /^(STYLE|SCRIPT|NOSCRIPT)$/.test(element.tagName)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
        if (!shown(element) || !inside || box.width < 1) continue;
        const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
        const hull = element.closest<HTMLElement>('.tl-html-layer');
        const scale =
          matrix?.a ??
          (hull === null ? 1 : hull.getBoundingClientRect().width / Math.max(hull.offsetWidth, 1));
        const size = parseFloat(getComputedStyle(element).fontSize) * (scale || 1);
        if (size < SMALLEST - 0.05) found.push(`${size.toFixed(1)} px: ${words.slice(0, 40)}`);
        const named = known.find((name) => words.includes(name));
        if (named !== undefined) found.push(`names ${named}`);
        if (/\b(Saved|Saving|Offline|Not saved)\b/.test(words)) found.push(`says ${words}`);
        const isCut = element.closest('.map-canvas') === null;
        if (isCut && (box.right > innerWidth + 1 || box.bottom > innerHeight + 1))
          found.push(`cut off: ${words}`);
      }
      for (const element of document.querySelectorAll<HTMLElement>('html, body, body *')) {
        const style = getComputedStyle(element);
        const across = /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
        const down = /auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
        if (across || down) found.push(`scrolls: ${element.tagName}.${element.className}`);
      }
      const tools = document.querySelectorAll(
        'aside, .console, .console-bar, .board-header, [role="toolbar"], .map-cursor, .map-typist, [role="dialog"]',
      );
      for (const tool of tools) if (shown(tool)) found.push(`shows ${tool.className}`);
      for (const button of document.querySelectorAll('button, input, textarea, select')) {
        if (shown(button) && button.closest('.map-canvas') === null)
          found.push(`offers ${button.textContent}`);
      }
      const wall = document.querySelector('.wall');
      if (wall === null || getComputedStyle(wall).cursor !== 'none') found.push('shows a cursor');
      return found;
    }, names);
  }
}
