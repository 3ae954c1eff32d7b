import type { Locator, Page } from '@playwright/test';

/** What a facilitator runs the room with, beside the board. */
export class ConsolePart {
  readonly root: Locator;
  readonly clock: Locator;
  readonly back: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('complementary', { name: 'Console' });
    this.clock = this.root.getByRole('timer');
    this.back = this.root.getByRole('button', { name: /^Back to / });
  }

  /** The one primary button, by the words that say what it will do. */
  primary(words: string | RegExp): Locator {
    return this.root.locator('.button-primary').and(this.root.getByRole('button', { name: words }));
  }

  /** The phase that is on. */
  phase(title: string): Locator {
    return this.root.getByRole('heading', { level: 2, name: title });
  }

  /** Goes back to the phase before, with all the minutes of its clock or with those that were left. */
  async goBack(clock: 'again' | 'goes on' = 'again'): Promise<void> {
    await this.back.click();
    const words =
      clock === 'again' ? /^(Start its clock again|It has no clock)/ : /^Go on with what was left/;
    await this.root.page().getByRole('menuitem', { name: words }).click();
  }

  /** Looks at a phase in the agenda. */
  async lookAt(title: string): Promise<void> {
    const all = this.root.getByRole('button', { name: /^Show all/ });
    if (await all.isVisible()) await all.click();
    await this.root.getByRole('listitem').filter({ hasText: title }).getByRole('button').first().click();
  }

  /** Opens the editor of the agenda. */
  async edit(): Promise<Locator> {
    await this.root.getByRole('button', { name: 'Edit the agenda' }).click();
    return this.root.page().getByRole('dialog', { name: 'Agenda' });
  }
}
