import { expect, test } from 'vitest';
import { retryLoad, PartGone } from './retry-load.ts';

/** A network that fails so often, behind which the server is reached or not; it keeps what was asked of it. */
function network(failures: number, isReached: (at: number) => boolean) {
  const asked: string[] = [];
  let loads = 0;
  let looks = 0;
  return {
    asked,
    load: async (): Promise<string> => {
      asked.push('load');
      loads += 1;
      if (loads <= failures) throw new TypeError('Failed to fetch dynamically imported module');
      return 'the part';
    },
    browser: {
      wait: async (ms: number): Promise<void> => void asked.push(`wait ${ms}`),
      isReached: async (): Promise<boolean> => isReached((looks += 1)),
      mendStyles: async (): Promise<void> => void asked.push('styles'),
    },
  };
}

test('a part that comes at once is asked for once', async () => {
  const { load, browser, asked } = network(0, () => true);
  expect(await retryLoad(load, browser)).toBe('the part');
  expect(asked).toEqual(['load']);
});

test('a part is asked for until the server is reached again, with its styles, ever more slowly', async () => {
  const { load, browser, asked } = network(20, () => false);
  expect(await retryLoad(load, browser)).toBe('the part');
  expect(asked.filter((what) => what === 'load')).toHaveLength(21);
  expect(asked.slice(0, 7)).toEqual(['load', 'wait 500', 'styles', 'load', 'wait 1000', 'styles', 'load']);
  expect(asked).toContain('wait 4000');
  expect(asked).not.toContain('wait 8000');
});

test('a server that answers and does not have the part is asked three times, then the reason is said', async () => {
  const { load, browser, asked } = network(Infinity, (at) => at > 5);
  const failed = retryLoad(load, browser);
  await expect(failed).rejects.toThrow(PartGone);
  await expect(failed).rejects.toThrow('dynamically imported');
  expect(asked.filter((what) => what === 'load')).toHaveLength(8);
});
