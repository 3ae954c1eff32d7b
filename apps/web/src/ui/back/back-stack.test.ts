import { describe, expect, it, vi } from 'vitest';
import { backStack } from './back-stack.ts';

/** A history of one tab: the marks of its entries, and which is shown. Moves arrive later, as in a browser. */
function openTab() {
  const entries = [0];
  let at = 0;
  const waiting: (() => void)[] = [];
  const stack = backStack({
    depth: () => entries[at] ?? 0,
    push: () => {
      entries.splice(at + 1, Infinity, (entries[at] ?? 0) + 1);
      at += 1;
    },
    go: (by) => waiting.push(() => move(by)),
    later: (run) => waiting.push(run),
  });
  function move(by: number): void {
    at += by;
    stack.moved();
  }
  function rest(): void {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
  }
  /** A layer that closes when it is told to. */
  function layer() {
    const close = vi.fn<() => void>(() => release());
    const release = stack.open(close);
    rest();
    return { close, release: () => (release(), rest()) };
  }
  return {
    stack,
    layer,
    rest,
    press: (by: number) => (move(by), rest()),
    /** Goes to another page from here, in place of the mark. */
    replace: () => (entries[at] = 0),
    depth: () => entries[at],
    at: () => at,
  };
}

describe('back with something open', () => {
  it('[BACK1] closes what lies on top, one a press, and stays on the page', () => {
    const tab = openTab();
    const dialog = tab.layer();
    const menu = tab.layer();
    tab.press(-1);
    expect([menu.close.mock.calls.length, dialog.close.mock.calls.length]).toEqual([1, 0]);
    tab.press(-1);
    expect(dialog.close).toHaveBeenCalledTimes(1);
    expect(tab.at()).toBe(0);
  });

  it('[BACK1] closes all of them where the browser goes back by several', () => {
    const tab = openTab();
    const layers = [tab.layer(), tab.layer()];
    tab.press(-2);
    expect(layers.map(({ close }) => close.mock.calls.length)).toEqual([1, 1]);
  });

  it('[BACK2] a layer that closes by itself takes its mark along, and forward returns at once', () => {
    const tab = openTab();
    const { release, close } = tab.layer();
    release();
    expect([tab.at(), close.mock.calls.length]).toEqual([0, 0]);
    tab.press(1);
    expect(tab.at()).toBe(0);
  });

  it('[BACK2] a menu whose choice opens a dialog hands its mark on', () => {
    const tab = openTab();
    const release = tab.stack.open(() => undefined);
    tab.rest();
    release();
    tab.stack.open(() => undefined);
    tab.rest();
    expect([tab.at(), tab.depth()]).toEqual([1, 1]);
  });

  it('[BACK2] one that opens while a mark is still being taken away gets its own', () => {
    const tab = openTab();
    const menu = tab.layer();
    menu.release();
    const dialog = tab.layer();
    expect([tab.at(), tab.depth()]).toEqual([1, 1]);
    tab.press(-1);
    expect(dialog.close).toHaveBeenCalledTimes(1);
  });

  it('[BACK2] what goes to another page in place of its mark takes no step back from there', () => {
    const tab = openTab();
    const { release } = tab.layer();
    tab.replace();
    release();
    expect(tab.at()).toBe(1);
  });

  it('[BACK1] a layer that does not close keeps a mark', () => {
    const tab = openTab();
    const close = vi.fn<() => void>();
    tab.stack.open(close);
    tab.rest();
    tab.press(-1);
    tab.press(-1);
    expect(close).toHaveBeenCalledTimes(2);
  });
});
