import type { Locator, Page } from '@playwright/test';

/** Placing what was dealt to one's team. */
export class PlacePart {
  readonly #page: Page;
  readonly root: Locator;
  readonly words: Locator;
  readonly own: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByRole('region', { name: 'Place the notes' });
    this.words = this.root.getByRole('heading', { level: 2 });
    this.own = this.root.getByRole('region', { name: 'Your notes' });
  }

  /** Puts the note at hand into a cell; the next one comes up. */
  async put(row: string, column: string): Promise<void> {
    await this.root.locator('label').filter({ hasText: row }).click();
    await this.root.locator('label').filter({ hasText: column }).click();
    await this.root.getByRole('button', { name: /^Place it/ }).click();
  }

  async choose(text: string): Promise<void> {
    await this.own.getByRole('button', { name: `Change the place of ${text}` }).click();
  }

  async tap(button: string): Promise<void> {
    await this.#page.getByRole('button', { name: button }).click();
  }
}
