import { expect, it } from 'vitest';
import { key, openHarness, Tab } from '../rooms/testing/room-harness.ts';
import { localHosts } from './board-host.ts';

it('reaches the documents of its board and of no other', async () => {
  const { registry, room } = await openHarness();
  const [host, other] = [localHosts(registry)(key.board), localHosts(registry)('other')];
  expect([host.open(key), other.open(key)]).toEqual([room, null]);
  expect(await host.lend(key, (opened) => opened.ok && opened.room)).toBe(room);
  expect(await other.lend(key, (opened) => !opened.ok && opened.error)).toBe('missing');
});

it('knows every connection to its board, and which are private', async () => {
  const { clock, registry, storage, tab } = await openHarness();
  const host = localHosts(registry)(key.board);
  tab('dana');
  await host.lend(await storage.openPrivate(key.board, 'dana'), (opened) => {
    if (!opened.ok) throw new Error(opened.reason);
    new Tab(opened.room, clock, 'dana').join();
  });
  expect(host.seats().map((one) => [one.seat.person.participant, one.isPrivate])).toEqual([
    ['dana', false],
    ['dana', true],
  ]);
  expect(localHosts(registry)('other').seats()).toEqual([]);
});
