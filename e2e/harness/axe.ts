import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { expect } from './fixtures.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The initials in the faces are a drawing, hidden from the name; axe takes them for its visible label. */
const PICTURE_OF_PEOPLE = 'label-content-name-mismatch: .people-button ';

/** What axe finds on the page as it stands, a line for each rule and element. */
async function violationsOn(page: Page): Promise<string[]> {
  // Not as a script tag: the page's own policy rightly lets no inline script run.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags): Promise<Axe.AxeResults> =>
      (globalThis as unknown as { axe: typeof Axe }).axe.run({
        runOnly: { type: 'tag', values: tags },
      }),
    WCAG,
  );
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html}`))
    .filter((line) => !line.startsWith(PICTURE_OF_PEOPLE));
}

/** Holds the page as it stands to what a machine can find; the test goes on to its other screens. */
export async function isClean(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOn(page), what).toEqual([]);
}
