import { speechIn } from '@coherence/words';
import { readCatalogs } from '@coherence/words/node';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { undirectedOn } from './directions.ts';

readCatalogs();

/** The words of a key as a browser in the pseudo-language shows them. */
export const { t: accented } = speechIn('en-XA');

/** A browser of a person who reads the pseudo-language. */
export const ACCENTED = { locale: 'en-XA' } as const;

/** What stands on screens in Latin letters in every language: months, times, addresses, codes and keys. */
const EVERYWHERE = [
  /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\b/g,
  /\bhttps?:\/\/[\w.:-]+[\w/#?=-]*/g,
  /\b[\w.-]+(:\d+)?\/[\w/#?=-]*/g,
  /\b[\w.-]+:\d+\b/g,
  // The mark of those who make the canvas.
  /^made with tldraw$/g,
];

/** Every text, label and hint of a page that has words in letters without accents, where all that people wrote is Cyrillic. */
async function plainWordsOn(page: Page, but: readonly RegExp[]): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const ATTRIBUTES = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'title',
      'placeholder',
      'data-tip',
      'alt',
    ];
    const texts = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element) {
        for (const name of ATTRIBUTES) texts.add(node.getAttribute(name) ?? '');
      } else if (!['STYLE', 'SCRIPT', 'TEXTAREA', 'NOSCRIPT'].includes(node.parentElement?.tagName ?? '')) {
        texts.add(node.textContent ?? '');
      }
    }
    return [...texts];
  });
  return said.filter((text) =>
    /[A-Za-z]{3,}/.test([...EVERYWHERE, ...but].reduce((rest, known) => rest.replaceAll(known, ''), text)),
  );
}

/** One run tells of every screen. */
const softly = expect.configure({ soft: true, timeout: 4000 });

/**
 * Fails where a page says words without accents, or shows words of people, who write Arabic, without a direction of their
 * own (LETTER4). `but`: what else may stand there without accents.
 */
export async function isAccented(page: Page, what: string, ...but: readonly RegExp[]): Promise<void> {
  await softly.poll(() => plainWordsOn(page, but), { message: what }).toEqual([]);
  await softly.poll(() => undirectedOn(page), { message: `${what}, directions` }).toEqual([]);
}

/** Opens every menu of a page and every part that is folded away, one after the other, and looks at each. */
export async function isAccentedAllOver(page: Page, what: string, ...but: readonly RegExp[]): Promise<void> {
  await isAccented(page, what, ...but);
  const dialog = page.getByRole('dialog').first();
  const part: Locator = (await dialog.isVisible()) ? dialog : page.locator('body');
  const folded = part.locator('details:not([open]) > summary:visible');
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  await isAccented(page, `${what}, unfolded`, ...but);
  const menus = part.locator('button[aria-haspopup="menu"]:visible:enabled');
  const count = Math.min(await menus.count(), MENUS_MAX);
  for (let at = 0; at < count; at += 1) {
    await menus.nth(at).click();
    await isAccented(page, `menu ${at + 1} of ${what}`, ...but);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
  }
}

/** Cards have a menu each, and all of them the same. */
const MENUS_MAX = 12;
