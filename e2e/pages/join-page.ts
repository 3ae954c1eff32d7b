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

  /** Gives a name, picks a unit by its words, and goes in. */
  async join(name: string, unit: string): Promise<void> {
    await this.#page.getByLabel(/name/i).fill(name);
    await this.#page.getByText(unit, { exact: true }).click();
    await this.#page.getByRole('button', { name: /^join/i }).click();
  }
}
