type PageWatcher = {
  /** The device says that it has a network again. */
  online(): void;
  /** The device says that it has lost its network. It can be wrong: another interface may still work. */
  offline(): void;
  /** The page is being left, perhaps into the back-forward cache. */
  hidden(): void;
  /** The page is back from the back-forward cache. */
  shown(): void;
};

/** Watches the browser page, where there is one; answers how to stop. */
export function watchPage(watcher: PageWatcher): () => void {
  if (typeof globalThis.addEventListener !== 'function') return () => {};
  const watched = new AbortController();
  const { signal } = watched;
  globalThis.addEventListener('online', () => watcher.online(), { signal });
  globalThis.addEventListener('offline', () => watcher.offline(), { signal });
  globalThis.addEventListener('pagehide', () => watcher.hidden(), { signal });
  globalThis.addEventListener('pageshow', () => watcher.shown(), { signal });
  return () => watched.abort();
}
