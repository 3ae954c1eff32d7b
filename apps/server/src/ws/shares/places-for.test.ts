import { expect, it } from 'vitest';
import { placesFor } from './places-for.ts';
import { PLACES } from './share-limits.ts';

const unset = { connectionsPerAddress: null, maxConnections: null };

it('[SHARE2] an operator sets how many; where nothing is set and the system allows it, the defaults hold', () => {
  expect(placesFor(100_000, unset)).toEqual(PLACES);
  expect(placesFor(100_000, { connectionsPerAddress: 9_000, maxConnections: 12_000 })).toMatchObject({
    address: 9_000,
    server: 12_000,
  });
});

it('[SHARE2] [JOIN3] never more than the system lets the process open: health, requests and facilitators get in', () => {
  const { entering, kept, server } = placesFor(1_024, { ...unset, maxConnections: 5_000 });
  expect(server + kept + entering).toBeLessThan(1_024 / 2);
  expect(server).toBeGreaterThan(300);
});
