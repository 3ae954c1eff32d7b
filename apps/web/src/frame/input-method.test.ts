import { expect, it } from 'vitest';
import { isKeyOfInputMethod, keepInputMethodKeys } from './input-method.ts';

/** `keyCode` and `isComposing` as browsers send them for Enter, Escape and Tab while an input method is at work. */
const TAKEN = [
  ['while it composes', { isComposing: true, keyCode: 229 }],
  ['while it composes, with the code of the key', { isComposing: true, keyCode: 13 }],
  ['after compositionend, as in Safari', { isComposing: false, keyCode: 229 }],
  ['before compositionstart', { isComposing: false, keyCode: 229 }],
] as const;

/** A key as browsers tell of it; Node has no KeyboardEvent. */
const pressed = (key: string, keyCode: number, isComposing: boolean) =>
  Object.assign(new Event('keydown', { bubbles: true, cancelable: true }), { key, keyCode, isComposing });

type Key = ReturnType<typeof pressed>;

/** The keys that a listener hears, of those that are pressed. */
function heard(...keys: readonly Key[]): string[] {
  const page = new EventTarget();
  const names: string[] = [];
  keepInputMethodKeys(page);
  page.addEventListener('keydown', (event) => names.push((event as Key).key), true);
  for (const key of keys) page.dispatchEvent(key);
  return names;
}

it.each(TAKEN)('[KEYS1] a key of an input method reaches no listener %s', (_, { isComposing, keyCode }) => {
  const keys = ['Enter', 'Escape', 'Tab', 'ArrowDown', 'Backspace', 'Process'];
  expect(heard(...keys.map((key) => pressed(key, keyCode, isComposing)))).toEqual([]);
});

it('[KEYS1] the next plain key is heard, and nothing is done to one that is not', () => {
  const taken = pressed('Enter', 229, false);
  expect(heard(taken, pressed('Enter', 13, false), pressed('Tab', 9, false))).toEqual(['Enter', 'Tab']);
  expect(taken.defaultPrevented).toBe(false);
});

it('lets letters through, which tell that a person types', () => {
  expect(isKeyOfInputMethod({ key: 'a', keyCode: 229, isComposing: true })).toBe(false);
});
