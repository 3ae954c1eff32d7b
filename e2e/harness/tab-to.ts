import type { Page } from '@playwright/test';

/** Moves on with Tab, as a person without a pointer does, until this has the focus. */
export async function tabTo(
  page: Page,
  role: 'button' | 'textbox' | 'radio',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let pressed = 0; pressed < 120; pressed += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}
