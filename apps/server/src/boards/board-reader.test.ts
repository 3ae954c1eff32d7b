import { addFactors, readSnapshot } from '@coherence/board';
import { expect, it } from 'vitest';
import { RequestShares } from '../http/shares/request-shares.ts';
import { key, openHarness } from '../rooms/testing/room-harness.ts';
import { localHosts } from './board-host.ts';
import { readFor, withBoard } from './board-reader.ts';

const AT_ONCE = 100;
const RECORDS = 35 * AT_ONCE;

/** A room with a board of many factors, and how many records its readers were charged for. */
async function openLarge() {
  const { clock, room } = await openHarness();
  const texts = Array.from({ length: AT_ONCE }, () => 'Said');
  const edit = async (work: Parameters<typeof room.edit>[0]) => {
    const edited = room.edit(work);
    await clock.advance(100);
    await edited;
  };
  await edit((doc) => {
    for (let added = 0; added < RECORDS; added += AT_ONCE) addFactors(doc, { texts }, { unit: null });
  });
  const change = () => edit((doc) => addFactors(doc, { texts: ['One more'] }, { unit: null }));
  const paid: number[] = [];
  class Counting extends RequestShares {
    override readAnew(address: string, records: number): void {
      paid.push(records);
      super.readAnew(address, records);
    }
  }
  const shares = new Counting(() => clock.now());
  return {
    room,
    paid,
    change,
    ask: () => readFor(room, { shares, address: 'here' }, (snapshot) => snapshot),
  };
}

it('[LOAD5] a large board is read in slices, others served in between, once for all who ask at the same time', async () => {
  const { room, paid, change, ask } = await openLarge();
  let turns = 0;
  let isReading = true;
  const count = () => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  const [one, other] = await Promise.all([ask(), ask()]);
  isReading = false;
  expect(turns).toBeGreaterThanOrEqual(3);
  expect(one).toBe(other);
  expect(one).toEqual(await room.read(readSnapshot));
  const first = one.factors.length + one.invalid;
  expect(paid).toEqual([first]);
  await ask();
  expect(paid).toEqual([first]);
  await change();
  await ask();
  expect(paid).toEqual([first, RECORDS + 1]);
});

it('a board whose room ends while it is read is to be asked for again', async () => {
  const { clock, registry, room } = await openHarness();
  const board = { id: key.board, code: '', generation: key.generation, createdAt: 0 };
  const shares = new RequestShares(() => clock.now());
  const reading = withBoard(localHosts(registry), board, (opened) =>
    readFor(opened, { shares, address: 'here' }, () => room.destroy()).then(() =>
      readFor(opened, { shares, address: 'here' }, () => {}),
    ),
  );
  await expect(reading).rejects.toMatchObject({ code: 'load-failed' });
});
