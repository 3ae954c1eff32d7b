/** What somebody is shown of what the room does: `shown` is behind `now` while they finish a sentence. */
type Calm<T> = { readonly shown: T; readonly isBehind: boolean };

/** The next state: nobody is taken away from words they are typing; `same` compares what is shown by its meaning. */
export function calmDown<T>(shown: T, now: T, isTyping: boolean, same: (a: T, b: T) => boolean): Calm<T> {
  if (same(shown, now)) return { shown: now, isBehind: false };
  return isTyping ? { shown, isBehind: true } : { shown: now, isBehind: false };
}

/** Whether an element holds words that are being typed. An empty field keeps nobody. */
export function holdsWords(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return element.value.trim() !== '' && !element.readOnly;
  if (element instanceof HTMLInputElement) return element.type === 'text' && element.value.trim() !== '';
  return element instanceof HTMLElement && element.isContentEditable && element.textContent.trim() !== '';
}
