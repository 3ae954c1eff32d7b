/** What browsers report of a key that an input method has taken, besides `isComposing`. */
const TAKEN_KEY_CODE = 229;

type PressedKey = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing'>;

/**
 * Whether a key did something in an input method (Japanese, Chinese, Korean and other ways of typing) and must do nothing
 * else. Safari sends the Enter that ends a composition after `compositionend`, and other browsers the first key before
 * `compositionstart`: then only the key code tells. Letters are no keys of this kind, as no field takes them as commands.
 */
export function isKeyOfInputMethod({ key, keyCode, isComposing }: PressedKey): boolean {
  return key.length > 1 && (isComposing || keyCode === TAKEN_KEY_CODE);
}

type KeySource = Pick<EventTarget, 'addEventListener'>;

/**
 * Keeps the keys of input methods from every other listener of the page: no field has to know of them. Called on the
 * window before anything else listens to its keys, since listeners of one target are called in their order.
 */
export function keepInputMethodKeys(page: KeySource): void {
  page.addEventListener(
    'keydown',
    (event) => {
      if (isKeyOfInputMethod(event as KeyboardEvent)) event.stopImmediatePropagation();
    },
    true,
  );
}
