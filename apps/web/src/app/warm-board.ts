/** Fetches what the board needs while somebody still types their name, so that joining is quick on hotel wifi. */
export function warmBoard(): void {
  for (const load of [
    () => import('./board/board-screen.tsx'),
    () => import('../views/grid/grid-view.tsx'),
  ]) {
    // The board asks again, and says so if it still fails.
    load().catch(() => undefined);
  }
}
