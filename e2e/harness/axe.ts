import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';
import { expect } from './fixtures.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The initials in the faces are a drawing, hidden from the name; axe takes them for its visible label. */
const PICTURE_OF_PEOPLE = 'label-content-name-mismatch: .people-button ';
const soft = expect.configure({ soft: true });

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

/** The fields in sight whose words are smaller than 16 px: a phone zooms in on such a field. */
const smallFieldsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    if (!matchMedia('(pointer: coarse)').matches) return ['the page does not know that it is touched'];
    const fields = document.querySelectorAll('textarea, select, input:not([type=radio], [type=checkbox])');
    return [...fields]
      .filter((field) => field.checkVisibility() && parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => `${getComputedStyle(field).fontSize}: ${field.outerHTML.slice(0, 120)}`);
  });

/** Checks every field in sight as a device shows it that is touched. */
async function hasLargeFields(page: Page, what: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const wasTouched = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  if (!wasTouched) await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  // A size changes with the next frames.
  await soft.poll(() => smallFieldsOn(page), `${what}: fields on a phone`).toEqual([]);
  if (!wasTouched) await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

/** Checks the page as it stands for what a machine can find; the test goes on to its other screens. */
export async function isClean(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOn(page), what).toEqual([]);
  await hasLargeFields(page, what);
}
