import type { Locator, Page } from '@playwright/test';

/** The map as a list with its links as sentences. */
export class OutlinePart {
  readonly page: Page;
  readonly entries: Locator;
  readonly sentences: Locator;

  constructor(page: Page) {
    this.page = page;
    this.entries = page.locator('.outline-view [data-card]');
    this.sentences = page.getByRole('list', { name: 'What it leads to' }).getByRole('listitem');
  }

  sentence(words: string): Locator {
    return this.sentences.filter({ hasText: words });
  }

  /** Opens what each source says of a link. */
  async change(sentence: string): Promise<Locator> {
    await this.page.getByRole('button', { name: `Change the link: ${sentence}` }).click();
    return this.sentence(sentence);
  }
}
