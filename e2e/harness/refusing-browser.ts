import type { Page } from '@playwright/test';

/** How a browser refuses to keep anything: site data blocked, a full disk, or databases that fail once they are open. */
type Refusal = 'blocked' | 'full' | 'databases fail';

/** Makes the browser of a page refuse, in all pages it opens from now on. */
export async function refuseToKeep(page: Page, refusal: Refusal): Promise<void> {
  await page.addInitScript((how) => {
    const refuse = (name: string) => () => {
      throw new DOMException('The quota is full, or access is denied', name);
    };
    if (how === 'blocked')
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get: refuse('SecurityError') });
    if (how === 'full') Storage.prototype.setItem = refuse('QuotaExceededError');
    if (how === 'blocked') return;
    const add = IDBObjectStore.prototype.add;
    const open = new Set<string>();
    IDBObjectStore.prototype.add = function (...given) {
      const request = add.apply(this, given);
      const { db } = this.transaction;
      if (open.has(db.name)) this.transaction.abort();
      open.add(db.name);
      return request;
    };
  }, refusal);
}
