import { describe, expect, it } from 'vitest';
import { checkNames } from './name-rules.ts';

const rules = (path: string, source: string) => checkNames({ path, source }).map(({ rule }) => rule);

describe('names of the browser', () => {
  it.each(['Date.now()', 'new Date()', 'new Date().getTime()', 'wait(Date.now)'])(
    '[CLOCK1] the client stamps nothing with the time of the device: %s',
    (asked) => {
      const source = `export const at = ${asked};`;
      expect(rules('apps/web/src/lead/minutes/a.ts', source)).toHaveLength(1);
      expect(rules('apps/web/src/live/server/server-clock.ts', source)).toEqual([]);
      expect(rules('apps/server/src/a.ts', source)).toEqual([]);
      expect(rules('apps/web/src/lead/minutes/a.ts', 'export const day = new Date(at);')).toEqual([]);
    },
  );

  it.each([
    'localStorage.length',
    'window.sessionStorage',
    "indexedDB.open('a')",
    "new IndexeddbPersistence('a', doc)",
  ])('[DEVICE1] storage of the device is reached in one way, not by %s', (asked) => {
    const source = `export const kept = ${asked};`;
    expect(rules('apps/web/src/views/grid/a.ts', source)).not.toEqual([]);
    expect(rules('apps/web/src/live/device/identity.ts', source)).not.toEqual([]);
    expect(rules('apps/web/src/live/device/remembered.ts', source)).toEqual([]);
    expect(rules('apps/web/src/views/grid/a.test.ts', source)).toEqual([]);
  });

  it.each([
    'event.isComposing',
    'event.nativeEvent.isComposing',
    '(({ keyCode }: KeyboardEvent) => keyCode)(event)',
  ])('[KEYS1] no listener asks an input method by %s', (asked) => {
    const source = `export const isTaken = (event: KeyboardEvent) => ${asked};`;
    expect(rules('apps/web/src/views/grid/a.tsx', source)).not.toEqual([]);
    expect(rules('apps/web/src/frame/input-method.ts', source)).toEqual([]);
    expect(rules('apps/web/src/views/grid/a.test.ts', source)).toEqual([]);
  });
});
