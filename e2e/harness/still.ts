import type { Page } from '@playwright/test';

interface Sampled {
  readonly places: Record<string, string[]>;
  stop: boolean;
}

declare global {
  interface Window {
    sampledPlaces?: Sampled;
  }
}

/** Where each thing was on the screen, in the order it was there: one place for each that stood still. */
export type Places = Readonly<Record<string, readonly string[]>>;

/**
 * Looks at every frame from now on where things are on the screen: what moves and moves back is noticed too. Things by
 * name and selector; what has gone has the place "gone". The function given back ends it and says where they were.
 */
export async function lookAt(
  page: Page,
  things: Readonly<Record<string, string>>,
): Promise<() => Promise<Places>> {
  await page.evaluate((selectors) => {
    const sampled: Sampled = { places: {}, stop: false };
    window.sampledPlaces = sampled;
    // Browsers scroll by whole pixels of the screen, letters stand between them.
    const isThere = (one: string | undefined, other: string): boolean => {
      const [from, to] = [one, other].map((at) => at?.split(',').map(Number) ?? []);
      return (
        one === other || (from?.length === 2 && from.every((n, at) => Math.abs(n - (to?.[at] ?? NaN)) <= 1))
      );
    };
    const look = (): void => {
      for (const [name, selector] of Object.entries(selectors)) {
        const box = document.querySelector(selector)?.getBoundingClientRect();
        const at = box === undefined ? 'gone' : `${box.x.toFixed(1)},${box.y.toFixed(1)}`;
        const known = (sampled.places[name] ??= []);
        if (!isThere(known.at(-1), at)) known.push(at);
      }
      if (!sampled.stop) requestAnimationFrame(look);
    };
    look();
  }, things);
  return () =>
    page.evaluate(
      () =>
        new Promise<Places>((resolve) => {
          // Two frames more: what has just come is on the screen then.
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const sampled = window.sampledPlaces;
              if (sampled !== undefined) sampled.stop = true;
              resolve(sampled?.places ?? {});
            }),
          );
        }),
    );
}

/** The names of those that moved, with their places. */
export function moved(places: Places): Places {
  return Object.fromEntries(Object.entries(places).filter(([, at]) => at.length !== 1 || at[0] === 'gone'));
}
