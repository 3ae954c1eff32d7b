import type { Locator, Page } from '@playwright/test';

/** The sheet that says how others get in: code, QR, links by role. */
export class SheetPage {
  readonly page: Page;
  readonly links: Locator;
  readonly qr: Locator;

  constructor(page: Page) {
    this.page = page;
    this.links = page.getByRole('region', { name: 'Links' });
    this.qr = page.getByRole('img', { name: /^QR code/ });
  }

  /** The code as it is printed, in two groups of three. */
  async code(): Promise<string> {
    return this.page.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).innerText();
  }

  /** The link of a role, by the word it is listed under. */
  link(role: 'Facilitator' | 'Participant' | 'Observer' | 'Projector'): Locator {
    return this.links.getByRole('textbox', { name: role });
  }

  async openBoard(): Promise<void> {
    await this.page.getByRole('link', { name: 'Open the board' }).click();
  }
}
