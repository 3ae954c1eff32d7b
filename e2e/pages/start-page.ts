import type { Locator, Page } from '@playwright/test';

/** The first page: join with a code, or prepare a session. */
export class StartPage {
  readonly page: Page;
  readonly code: Locator;

  constructor(page: Page) {
    this.page = page;
    this.code = page.getByRole('textbox', { name: 'Code' });
  }

  async open(): Promise<void> {
    await this.page.goto('/');
  }

  /** Types a code as it was heard or read, whatever its case and spaces, and goes on. */
  async joinWith(code: string): Promise<void> {
    await this.code.fill(code);
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
  }

  async prepare(): Promise<CreatePage> {
    await this.page.getByRole('link', { name: 'Make a board' }).click();
    return new CreatePage(this.page);
  }
}

interface Plan {
  readonly title: string;
  readonly question: string;
  /** One unit a line, as pasted. */
  readonly units: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** Where a session is prepared. */
class CreatePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async make({ title, question, units, date }: Plan): Promise<void> {
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByLabel('Focus question').fill(question);
    await this.page.getByLabel('Units').fill(units);
    await this.page.getByLabel('Session date').fill(date);
    await this.page.getByRole('button', { name: 'Make the board' }).click();
  }
}
