import type { Locator, Page } from '@playwright/test';

/** What a person sees between the link and the board. */
export class JoinPage {
  readonly #page: Page;
  readonly complaint: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.complaint = page.getByRole('alert');
  }

  /** Opens the link of a role; the invite travels in the fragment. */
  async open(serverUrl: string, boardId: string, invite: string): Promise<void> {
    await this.#page.goto(`${serverUrl}/b/${boardId}#${invite}`);
  }

  /** Gives a name, picks a unit by its words, and waits to be let in. */
  async join(name: string, unit: string): Promise<void> {
    const field = this.#page.getByLabel('Your name');
    await field.fill(name);
    // The large button is a label; the radio in it lies under its words.
    await this.#page
      .getByRole('group', { name: 'Your unit' })
      .locator('label')
      .filter({ hasText: unit })
      .click();
    await this.#page.getByRole('button', { name: 'Join the board' }).click();
    await field.waitFor({ state: 'detached' });
  }

  /** "I am already here", with the four numbers of the first device. */
  async continueWith(numbers: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'I am already here on another device' }).click();
    await this.#page.getByLabel('6 digits').fill(numbers);
    await this.#page.getByRole('button', { name: 'Continue as the same person' }).click();
  }
}
