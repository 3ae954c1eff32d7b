import type { Page } from '@playwright/test';

/** What a person would have noticed of a page since it was last asked. */
export interface Noticed {
  /** The longest the page did not answer, in milliseconds. */
  readonly longestTask: number;
  /** All it did not answer for more than 50 ms at a time, together, in milliseconds. */
  readonly blocked: number;
  /** Layout shifts no person asked for, summed as browsers score them: 0.1 is a tenth of the screen. */
  readonly shifted: number;
  /** What shifted most, for messages. */
  readonly worst: string;
}

interface Kept {
  longestTask: number;
  blocked: number;
  shifted: number;
  most: number;
  worst: string;
}

declare global {
  interface Window {
    noticed: Kept;
  }
}

/** Begins to watch every document the page opens; call it before the first. */
export async function watchPage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Kept = { longestTask: 0, blocked: 0, shifted: 0, most: 0, worst: '' };
    window.noticed = kept;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        kept.longestTask = Math.max(kept.longestTask, duration);
        kept.blocked += duration;
      }
    }).observe({ type: 'longtask' });
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly {
        readonly node: Node | null;
        readonly previousRect: DOMRectReadOnly;
        readonly currentRect: DOMRectReadOnly;
      }[];
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        kept.shifted += entry.value;
        if (entry.value <= kept.most) continue;
        kept.most = entry.value;
        kept.worst = entry.sources
          .map(({ node, previousRect, currentRect }) => {
            const what =
              node instanceof Element ? `${node.tagName}.${node.className}` : (node?.textContent ?? '');
            return `${what} from ${Math.round(previousRect.y)} to ${Math.round(currentRect.y)}`;
          })
          .join(' | ');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** What was noticed since the last time, and begins anew. */
export async function noticedOn(page: Page): Promise<Noticed> {
  return page.evaluate(() => {
    const { longestTask, blocked, shifted, worst } = window.noticed;
    Object.assign(window.noticed, { longestTask: 0, blocked: 0, shifted: 0, most: 0, worst: '' });
    return { longestTask: Math.round(longestTask), blocked: Math.round(blocked), shifted, worst };
  });
}
