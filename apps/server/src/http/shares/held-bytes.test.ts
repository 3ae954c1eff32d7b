import { expect, it } from 'vitest';
import { HeldBytes } from './held-bytes.ts';

const FILE = 8 * 1024 * 1024;

it('[SHARE30] twelve of the largest files of one address wait, and a neighbour’s beside any number of them', () => {
  const held = new HeldBytes();
  const open = Array.from({ length: 12 }, () => held.open('nat'));
  for (const one of open) for (let part = 0; part < 8; part += 1) one.add(FILE / 8);
  expect(() => held.open('nat').add(1)).toThrow(expect.objectContaining({ code: 'busy' }));
  held.open('neighbour').add(FILE);
  open[0]?.end();
  open[0]?.end();
  open[1]?.end();
  held.open('nat').add(2 * FILE);
  expect(() => held.open('nat').add(1)).toThrow(expect.objectContaining({ code: 'busy' }));
});
