import type { Locator } from '@playwright/test';

/** What browsers report of Enter, Escape and Tab that an input method has taken. */
const KEY_CODE = 229;

/**
 * Presses keys that an input method takes, as Safari tells of them: after the composition has ended, and with nothing
 * but the key code to know them by.
 */
export async function pressTakenKeys(field: Locator): Promise<void> {
  await field.evaluate((element, keyCode) => {
    const tell = (event: Event) => element.dispatchEvent(event);
    tell(new CompositionEvent('compositionstart', { bubbles: true }));
    tell(new CompositionEvent('compositionend', { bubbles: true }));
    for (const key of ['Enter', 'Escape', 'Tab'])
      tell(new KeyboardEvent('keydown', { key, code: key, keyCode, bubbles: true, cancelable: true }));
  }, KEY_CODE);
}
