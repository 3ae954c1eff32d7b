import type { Locator, Page } from '@playwright/test';

/** The screen on which a person writes alone. */
export class WritePart {
  readonly page: Page;
  /** Where the next note is written. */
  readonly field: Locator;
  /** Own notes in their order. */
  readonly notes: Locator;
  /** How much is written, and how much of it waits on this device. */
  readonly status: Locator;
  readonly done: Locator;
  /** Whose note the next one is; facilitators only. */
  readonly forWhom: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: 'Your note', exact: true });
    this.notes = page.getByRole('list', { name: 'Your notes' }).getByRole('listitem');
    this.status = page.locator('.note-status');
    this.done = page.getByRole('button', { name: 'I am done' });
    this.forWhom = page.getByRole('combobox', { name: 'Write for' });
  }

  note(words: string): Locator {
    return this.notes.filter({ hasText: words });
  }

  /** Types each text letter by letter, as a person does, and adds it with Enter. */
  async add(...texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await this.field.pressSequentially(text);
      await this.field.press('Enter');
      await this.note(text).waitFor();
    }
  }

  async edit(words: string): Promise<Locator> {
    await this.note(words)
      .getByRole('button', { name: `Change “${words}”` })
      .click();
    return this.page.getByRole('textbox', { name: 'The words of your note' });
  }

  /** Brings a person onto the board who has no device, and writes for them from then on. */
  async forSomebodyNew(name: string, unit: string): Promise<void> {
    await this.forWhom.selectOption({ label: 'Somebody without a device…' });
    const dialog = this.page.getByRole('dialog', { name: 'Somebody without a device' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('Unit').selectOption({ label: unit });
    await dialog.getByRole('button', { name: 'Write for them' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
