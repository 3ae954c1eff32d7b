import type { Locator, Page } from '@playwright/test';

/** What the board did not take, on the device it was written on. Entries go by the beginning of their first line. */
export class NotSentPart {
  readonly dialog: Locator;
  readonly entries: Locator;
  readonly button: Locator;

  constructor(page: Page) {
    this.button = page.getByRole('button', { name: /^Not sent \(/, includeHidden: true });
    this.dialog = page.getByRole('dialog', { name: 'Not sent' });
    this.entries = this.dialog.getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.button.click();
    await this.dialog.waitFor();
  }

  /** The words of an entry, as they would be copied. */
  words(name: string | RegExp): Locator {
    return this.dialog.getByRole('textbox', { name });
  }

  /** The entry that holds a button for these words. */
  entry(words: string): Locator {
    return this.entries.filter({
      has: this.dialog.page().getByRole('button', { name: `Discard “${words}` }),
    });
  }

  async addAgain(words: string): Promise<void> {
    await this.entry(words)
      .getByRole('button', { name: /^Add “/ })
      .click();
  }

  async discard(words: string): Promise<void> {
    await this.entry(words)
      .getByRole('button', { name: /^Discard/ })
      .click();
    await this.dialog.getByRole('button', { name: 'Discard for good' }).click();
  }
}
