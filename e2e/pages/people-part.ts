import type { Locator, Page } from '@playwright/test';
import { BoardPage } from './board-page.ts';

/** The people dialog as facilitators have it. */
export class PeoplePart {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'People' });
  }

  async open(): Promise<void> {
    await new BoardPage(this.page).people.click();
    await this.dialog.waitFor();
  }

  async close(): Promise<void> {
    await this.dialog.locator('header').getByRole('button', { name: 'Close' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async show(part: 'Who is here' | 'Attendance' | 'The units'): Promise<void> {
    await this.dialog.getByText(part, { exact: true }).click();
  }

  /** The line of one person. */
  line(name: string): Locator {
    return this.dialog
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Change ${name}`, exact: true }) });
  }

  /** All people of one unit. */
  unit(name: string): Locator {
    return this.dialog.locator('section').filter({ has: this.page.getByRole('heading', { name }) });
  }

  async choose(name: string, item: string): Promise<void> {
    await this.line(name)
      .getByRole('button', { name: `Change ${name}`, exact: true })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
