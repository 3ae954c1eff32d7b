import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FIRST_CHOICE } from './choose-transport.ts';
import { TransportLink } from './transport-link.ts';
import { openMemory, transportMemory, type HintStore } from './transport-memory.ts';

const MINUTE_MS = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

function stage(memory = openMemory('http://board.test', null)) {
  const web = { works: true };
  const tryNow = vi.fn<() => void>();
  const link = new TransportLink({ memory, webWorks: async () => web.works, now: () => Date.now(), tryNow });
  return { link, web, tryNow, memory };
}

async function fail(link: TransportLink): Promise<void> {
  link.begin();
  link.closed();
  await vi.advanceTimersByTimeAsync(0);
}

test('[CHOICE1] after two refusals the stand-in is tried without waiting', async () => {
  const { link, tryNow } = stage();
  await fail(link);
  expect(tryNow).not.toHaveBeenCalled();
  await fail(link);
  expect(tryNow).toHaveBeenCalledTimes(1);
  expect(link.begin()).toBe('streamed');
  expect(link.transport.getSnapshot()).toBe('websocket');
  link.opened();
  expect(link.transport.getSnapshot()).toBe('streamed');
});

test('[CHOICE1] six seconds without an answer are enough', async () => {
  const { link, tryNow } = stage();
  link.begin();
  await vi.advanceTimersByTimeAsync(5999);
  expect(tryNow).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(tryNow).toHaveBeenCalledTimes(1);
  expect(link.begin()).toBe('streamed');
});

test('[CHOICE1] a connection that is lost, or an attempt called off by us, says nothing', async () => {
  const { link, memory } = stage();
  for (let times = 0; times < 5; times += 1) {
    link.begin();
    link.opened();
    link.closed();
    link.begin();
    link.calledOff();
    link.closed();
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(memory.getSnapshot()).toEqual(FIRST_CHOICE);
  expect(vi.getTimerCount()).toBe(0);
});

test('[CHOICE1] an attempt that opens while we look counts as open', async () => {
  const memory = openMemory('http://board.test', null);
  let answer = (_works: boolean) => {};
  const webWorks = () => new Promise<boolean>((resolve) => (answer = resolve));
  const link = new TransportLink({ memory, webWorks, now: () => Date.now(), tryNow: () => {} });
  link.begin();
  await vi.advanceTimersByTimeAsync(6000);
  link.opened();
  answer(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(memory.getSnapshot()).toEqual(FIRST_CHOICE);
});

test('[CHOICE2] a WebSocket tried again that hangs is left without waiting for its end', async () => {
  const { link, tryNow, web } = stage();
  await fail(link);
  await fail(link);
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS);
  expect(link.begin()).toBe('websocket');
  web.works = false;
  await vi.advanceTimersByTimeAsync(6000);
  expect(tryNow).toHaveBeenCalledTimes(1);
  link.calledOff();
  web.works = true;
  expect(link.begin()).toBe('websocket');
  await vi.advanceTimersByTimeAsync(6000);
  expect(tryNow).toHaveBeenCalledTimes(2);
  expect(link.begin()).toBe('streamed');
  link.networkChanged();
  expect(link.begin()).toBe('websocket');
});

test('[CHOICE2] all documents of a page know what one of them has found out', async () => {
  const [board, mine] = [
    stage(transportMemory('http://one.test')),
    stage(transportMemory('http://one.test')),
  ];
  await fail(board.link);
  await fail(board.link);
  expect(mine.link.begin()).toBe('streamed');
  expect(stage(transportMemory('http://two.test')).link.begin()).toBe('websocket');
});

test('[CHOICE2] the tab remembers over a reload, until it is time to try again', async () => {
  const kept = new Map<string, string>();
  const store: HintStore = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  const before = stage(openMemory('http://board.test', store));
  await fail(before.link);
  await fail(before.link);
  expect(stage(openMemory('http://board.test', store)).link.begin()).toBe('streamed');
  expect(stage(openMemory('http://other.test', store)).link.begin()).toBe('websocket');
  vi.setSystemTime(10 * MINUTE_MS);
  const later = stage(openMemory('http://board.test', store));
  expect(later.link.begin()).toBe('websocket');
  later.link.opened();
  expect(kept.size).toBe(0);
});

test('[CHOICE2] a browser that refuses storage costs the hint and nothing else', async () => {
  const refuse = () => {
    throw new Error('refused');
  };
  const { link } = stage(
    openMemory('http://board.test', { getItem: refuse, setItem: refuse, removeItem: refuse }),
  );
  await fail(link);
  await fail(link);
  expect(link.begin()).toBe('streamed');
});
