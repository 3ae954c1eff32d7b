import type { Locator, Page } from '@playwright/test';

/** One's ballot in an open vote. */
export class BallotPart {
  readonly #page: Page;
  readonly left: Locator;
  readonly kept: Locator;

  constructor(page: Page, within: Locator = page.getByRole('main')) {
    this.#page = page;
    this.left = within.getByText(/^\d+ of \d+ dots left$/);
    this.kept = within.getByText(/Saved\. You can still change it|not sent yet|Nothing given yet|Saving/);
  }

  more(item: string): Locator {
    return this.#page.getByRole('button', { name: `One more dot for “${item}”` });
  }

  less(item: string): Locator {
    return this.#page.getByRole('button', { name: `Take a dot back from “${item}”` });
  }

  /** Gives one item so many dots. */
  async give(item: string, dots: number): Promise<void> {
    for (let given = 0; given < dots; given += 1) await this.more(item).click();
  }

  /** The dots on each item, in the order of the list. */
  dots(): Promise<string[]> {
    return this.#page.getByText(/^\d+ dots?$/).allInnerTexts();
  }
}
