import { expect, test } from 'vitest';
import { memoryStore } from '../live/outbox/memory-store.ts';
import { openHeldInvite } from './held-invite.ts';

const INVITE = 'Ab-9_xYz01KLmnOPqrST2w';
const BOARD = '/b/k3x9w1q7z5ab';

function arriving(address: string, store = memoryStore()) {
  const { pathname, search, hash } = new URL(address, 'http://room.local:4000');
  let shown = address;
  const held = openHeldInvite((next) => (shown = next), store);
  held.takeFrom({ pathname, search, hash });
  return { held, shown, store };
}

test.each([
  [`${BOARD}#${INVITE}`, BOARD],
  [`${BOARD}%23${INVITE}`, BOARD],
  [`${BOARD}%2523${INVITE}?fbclid=x`, BOARD],
  [`/B/k3x9w1q7z5ab/#${INVITE}).`, BOARD],
  [`${BOARD}?utm_source=teams&view=map&language=es#${INVITE}&data=05`, `${BOARD}?language=es&view=map`],
  [`${BOARD}?view=map%23${INVITE}`, `${BOARD}?view=map`],
  [`/join/${encodeURIComponent(`http://room.local:4000${BOARD}#${INVITE}`)}`, BOARD],
  [`/join/${INVITE}`, '/join'],
])('[ARRIVE2] the invite of %j is taken out, and %j is shown', (address, after) => {
  const { held, shown } = arriving(address);
  expect(shown).toBe(after);
  expect(held.at(after.split('?')[0] ?? '')).toBe(INVITE);
  expect(held.at('/b/another')).toBeNull();
});

test.each([BOARD, `${BOARD}?view=map`, '/', '/new', '/join/K7M2QD', '/join/Ab-9', `${BOARD}#?fbclid=x`])(
  '[ARRIVE2] %j stays as it is',
  (address) => {
    const { held, shown } = arriving(address);
    expect([shown, held.at(BOARD)]).toEqual([address, null]);
  },
);

test('[ARRIVE2] the invite outlives a reload of its tab, and not the door it opened', () => {
  const { store } = arriving(`${BOARD}#${INVITE}`);
  const { held } = arriving(BOARD, store);
  expect(held.at(BOARD)).toBe(INVITE);
  held.forget();
  expect([held.at(BOARD), arriving(BOARD, store).held.at(BOARD)]).toEqual([null, null]);
});

test('[ARRIVE2] the invite lasts as long as the page where the browser keeps nothing', () => {
  const refusing = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new Error('full');
    },
  };
  for (const store of [null, refusing]) {
    const held = openHeldInvite(() => {}, store);
    held.takeFrom({ pathname: BOARD, search: '', hash: `#${INVITE}` });
    expect(held.at(BOARD)).toBe(INVITE);
  }
});
