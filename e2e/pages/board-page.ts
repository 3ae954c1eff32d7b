import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { GridPart } from './grid-part.ts';
import { MapPart } from './map-part.ts';
import { OutlinePart } from './outline-part.ts';

/** The board itself: its header, and whichever of its views is open. */
export class BoardPage {
  readonly page: Page;
  readonly header: Locator;
  readonly grid: GridPart;
  readonly map: MapPart;
  readonly outline: OutlinePart;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly people: Locator;

  constructor(page: Page) {
    this.page = page;
    this.header = page.getByRole('banner');
    this.grid = new GridPart(page);
    this.map = new MapPart(page);
    this.outline = new OutlinePart(page);
    this.undo = this.header.getByRole('button', { name: 'Undo (your own changes only)' });
    this.redo = this.header.getByRole('button', { name: 'Redo' });
    this.people = this.header.getByRole('button', { name: /\d+ (person|people) here/ });
  }

  /** The mark in the header that says whether one's work is safe, while it says exactly these words. */
  saved(words: string | RegExp = 'Saved'): Locator {
    // It is read through what lies over it, too.
    return this.page
      .getByRole('banner', { includeHidden: true })
      .locator('.saved')
      .and(this.page.getByText(words, { exact: typeof words === 'string' }));
  }

  async goTo(view: 'grid' | 'map' | 'outline'): Promise<void> {
    const step = this.header.getByRole('link', { name: view === 'grid' ? /Describe/ : /Understand/ });
    await step.click();
    if (view === 'grid') return;
    await this.page.getByRole('link', { name: view === 'map' ? 'Map' : 'Outline', exact: true }).click();
    if (view === 'map') await this.map.waitUntilOpen();
  }

  /** Chooses an export from the menu and gives the bytes that came. */
  async export(item: string): Promise<{ name: string; bytes: Buffer }> {
    await this.header.getByRole('button', { name: 'Export', exact: true }).click();
    const [file] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('menuitem', { name: item }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  /** Opens the import dialog and chooses a file; nothing is added yet. */
  async chooseImport(name: string, text: string): Promise<Locator> {
    await this.header.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: 'Import…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Import a file into this board' });
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    return dialog;
  }

  async import(name: string, text: string): Promise<void> {
    const dialog = await this.chooseImport(name, text);
    await dialog.getByRole('button', { name: 'Add to this board' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
