import type { Locator, Page } from '@playwright/test';

/** The board itself, whichever of its four steps is open. */
export class BoardPage {
  readonly page: Page;
  readonly grid: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('table', { name: /System Coherence and Alignment/ });
  }

  /** A factor in the grid, by its words. */
  factor(text: string): Locator {
    return this.grid.getByText(text, { exact: true });
  }
}
