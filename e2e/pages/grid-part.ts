import type { Locator, Page } from '@playwright/test';

export const ROW = { interfering: 'Interfering Factors', integrative: 'Integrative Factors' } as const;
export const COLUMN = {
  purposes: 'Purpose(s), rationales and assumptions',
  strategies: 'Strategies and approaches to school improvement',
  roles: 'Roles and responsibilities',
  interactions: 'Leadership Interactions',
} as const;

export type Cell = readonly [row: keyof typeof ROW, column: keyof typeof COLUMN];

const nameOf = ([row, column]: Cell) => `${ROW[row]}, ${COLUMN[column]}`;

/** The coherence grid. Cells go by their row and column, factors by their words. */
export class GridPart {
  readonly page: Page;
  readonly table: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Framework for Discussing System Coherence and Alignment' });
    this.cards = this.table.getByRole('listitem');
  }

  /** The factors of a cell, in their order. */
  cell(cell: Cell): Locator {
    return this.page.getByRole('list', { name: nameOf(cell) }).getByRole('listitem');
  }

  /** A factor wherever it is, by words in it. */
  factor(words: string): Locator {
    return this.page.locator('[data-card]').filter({ hasText: words });
  }

  /** Opens the composer of a cell and adds each text with Enter. */
  async add(cell: Cell, ...texts: readonly string[]): Promise<void> {
    const field = await this.compose(cell);
    for (const text of texts) {
      await field.fill(text);
      await field.press('Enter');
      await this.cell(cell).filter({ hasText: text }).first().waitFor();
    }
    await field.press('Escape');
  }

  async compose(cell: Cell): Promise<Locator> {
    await this.page.getByRole('button', { name: `Add a factor to ${nameOf(cell)}` }).click();
    return this.page.getByRole('textbox', { name: `A factor for ${nameOf(cell)}` });
  }

  /** Opens the words of a factor; typing goes there until Enter or Escape. */
  async edit(words: string): Promise<Locator> {
    await this.factor(words).getByRole('button', { name: words }).first().click();
    return this.page.getByRole('textbox', { name: /^The words of factor/ });
  }

  /** Chooses something from the menu of a factor. */
  async choose(words: string, item: string): Promise<void> {
    await this.factor(words).hover();
    await this.factor(words).getByRole('button', { name: 'Actions for' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  async moveByMenu(words: string, [row, column]: Cell): Promise<void> {
    await this.choose(words, 'Move to…');
    await this.page
      .getByRole('dialog', { name: 'Move the factor to' })
      .getByRole('group', { name: ROW[row] })
      .getByRole('button', { name: COLUMN[column] })
      .click();
  }

  /** Drags a factor with the mouse onto the upper half of another one, or into an empty cell. */
  async drag(words: string, to: Locator): Promise<void> {
    const [from, target] = [await boxOf(this.factor(words)), await boxOf(to)];
    const { mouse } = this.page;
    await mouse.move(from.x + 40, from.y + 10);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + 24, { steps: 3 });
    await mouse.move(target.x + 60, target.y + 6, { steps: 6 });
    await mouse.up();
  }

  /** The cell of the table, also where it is empty. */
  place(cell: Cell): Locator {
    return this.page
      .getByRole('cell')
      .filter({ has: this.page.getByRole('button', { name: `Add a factor to ${nameOf(cell)}` }) });
  }
}

/** Where something is on the screen; it must be there. */
export async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await what.waitFor();
  const box = await what.boundingBox();
  if (box === null) throw new Error(`${String(what)} is not on the screen`);
  return box;
}
