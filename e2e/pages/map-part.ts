import type { Locator, Page } from '@playwright/test';
import { boxOf } from './grid-part.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The problem diagnosis map. Cards go by words that fit on one line of a card. */
export class MapPart {
  readonly page: Page;
  readonly cards: Locator;
  readonly links: Locator;
  readonly notes: Locator;
  readonly strokes: Locator;
  readonly panel: Locator;
  readonly legend: Locator;
  readonly popover: Locator;
  readonly canvas: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.locator('.map-canvas');
    this.cards = page.locator('[data-shape-type="factor"]');
    this.links = page.locator('[data-shape-type="influence"]');
    this.notes = page.locator('[data-shape-type="writing"]');
    this.strokes = page.locator('[data-shape-type="stroke"]');
    this.panel = page.getByRole('complementary', { name: 'On this map' });
    this.legend = page.getByRole('list', { name: 'Legend' });
    this.popover = page.getByRole('region', { name: 'Link' });
  }

  async waitUntilOpen(): Promise<void> {
    await this.page.getByRole('button', { name: /^Fit/ }).waitFor();
  }

  card(words: string): Locator {
    return this.cards.filter({ hasText: words });
  }

  /** Another person's cursor, by their name. */
  cursor(name: string): Locator {
    return this.page.locator('.map-cursor').filter({ hasText: name });
  }

  groupName(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async tool(name: string): Promise<void> {
    await this.page
      .getByRole('toolbar', { name: 'Map tools' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  async fit(): Promise<void> {
    await this.page.getByRole('button', { name: /^Fit/ }).click();
  }

  /** Presses at one point, goes to another in steps, lets go. */
  async stroke(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  /** The middle of a card on the screen. */
  async middleOf(words: string): Promise<Point> {
    const { x, y, width, height } = await boxOf(this.card(words));
    return { x: x + width / 2, y: y + height / 2 };
  }

  async drag(words: string, by: Point): Promise<void> {
    const from = await this.middleOf(words);
    await this.stroke(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /** With the link tool: first the one that leads, then the one it leads to. */
  async link(from: string, to: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.tool('Link');
    for (const words of [from, to]) {
      const { x, y } = await this.middleOf(words);
      await this.page.mouse.click(x, y);
    }
    await this.popover.waitFor();
  }

  /** The sign of the link whose words are open. */
  async sign(words: 'more leads to more' | 'more leads to less' | 'not sure'): Promise<void> {
    await this.popover.locator('label').filter({ hasText: words }).click();
  }
}
