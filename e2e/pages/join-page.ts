import type { Page } from '@playwright/test';

/** What a person sees between the link and the board. */
export class JoinPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Opens the link of a role; the invite travels in the fragment. */
  async open(serverUrl: string, boardId: string, invite: string): Promise<void> {
    await this.#page.goto(`${serverUrl}/b/${boardId}#${invite}`);
  }

  /** Gives a name, picks a unit by its words, and waits to be let in. */
  async join(name: string, unit: string): Promise<void> {
    await this.#page.getByLabel('Your name').fill(name);
    await this.#page
      .getByRole('group', { name: 'Your unit' })
      .locator('label')
      .filter({ hasText: unit })
      .click();
    const submit = this.#page.getByRole('button', { name: 'Join the board' });
    await submit.click();
    await submit.waitFor({ state: 'detached' });
  }
}
