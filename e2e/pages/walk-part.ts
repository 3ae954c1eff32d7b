import type { Locator, Page } from '@playwright/test';

/** One note at a time, as participants see it and facilitators work with it. */
export class WalkPart {
  readonly #page: Page;
  readonly words: Locator;
  readonly next: Locator;
  readonly back: Locator;
  readonly park: Locator;
  readonly originals: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.words = page.getByRole('article', { name: /^Note \d+ of \d+$/ }).getByRole('heading');
    const actions = page.getByRole('region', { name: 'What to do with this note' });
    this.next = actions.getByRole('button', { name: /^(Next|Start with the first note)$/ });
    this.back = actions.getByRole('button', { name: 'Previous' });
    this.park = actions.getByRole('button', { name: 'Park' });
    this.originals = page.getByRole('list', { name: 'Original words' });
  }

  note(at: number, of: number): Locator {
    return this.#page.getByRole('article', { name: `Note ${at} of ${of}`, exact: true });
  }

  /** Merges one of those that look like the walked note into it. */
  async merge(text: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Merge into this: “${text}”` }).click();
  }

  /** Opens the original words, however many were merged. */
  async showOriginals(): Promise<void> {
    await this.#page.getByRole('button', { name: /see the original words/ }).click();
  }

  async split(text: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Split off: “${text}”` }).click();
  }
}
