import { isClean } from '../harness/axe.ts';
import { expect, test } from '../harness/fixtures.ts';
import { openRoom, PHONE, ROLES, type PhaseId, type Room } from '../harness/session-room.ts';
import { ConsolePart } from '../pages/console-part.ts';
import { PlacePart } from '../pages/place-part.ts';
import { WallPage } from '../pages/wall-page.ts';
import { WritePart } from '../pages/write-part.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('[FIELD1] no phase has a violation on a participant’s phone', async ({ server, browserOf }) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', PHONE);
  await room.go('lobby');
  await page.getByText('You are in').waitFor();
  await isClean(page, 'lobby');
  await room.go('write');
  const write = new WritePart(page);
  await write.add('Grants end too early');
  await isClean(page, 'write');
  await room.go('walk');
  await room.run({ type: 'walk', factor: 'roles' });
  await page.getByRole('article', { name: /^Note/ }).waitFor();
  await isClean(page, 'walk');
  await room.go('place');
  await room.run({ type: 'deal' });
  await new PlacePart(page).words.first().waitFor();
  await isClean(page, 'place');
  await room.go('vote');
  await page.getByText('The vote opens soon.').waitFor();
  await isClean(page, 'before the vote');
  await room.dots();
  await page
    .getByRole('button', { name: /^One more dot for/ })
    .first()
    .click();
  await isClean(page, 'ballot');
  await room.close();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await page.getByRole('table').waitFor();
  await isClean(page, 'result as a table');
});

test('nor a rating, a vote by name, a break and linking', async ({ server, browserOf }) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Lee', 'participant', PHONE);
  await room.go('vote');
  await room.rating();
  await page.getByRole('radio').first().waitFor();
  await isClean(page, 'rating');
  await page.locator('label').filter({ hasText: '4' }).first().click();
  await expect(page.getByText(/^1 of 4 answered$/)).toBeVisible();
  await room.close();
  await page.getByText(/not an official vote/).waitFor();
  await isClean(page, 'plot');
  await room.recorded();
  await page.getByRole('radio', { name: 'Abstain' }).waitFor();
  await isClean(page, 'vote by name');
  await page.locator('label').filter({ hasText: 'Abstain' }).click();
  await expect(page.getByText('Saved. You can still change it.')).toBeVisible();
  await room.close();
  await page.getByText(/A vote by name/).waitFor();
  await isClean(page, 'result by name');
  await room.go('break');
  await page.getByRole('heading', { name: 'Break' }).waitFor();
  await isClean(page, 'break');
  await room.go('link');
  await room.run({ type: 'deal' });
  await page.getByRole('heading', { name: 'Links so far' }).waitFor();
  await isClean(page, 'links so far');
  await page.getByText('Everything on the map').click();
  await isClean(page, 'links, and the outline below');
  await page.locator('.link-start > .button').click();
  await page.getByRole('dialog', { name: 'Add a link' }).waitFor();
  await isClean(page, 'adding a link');
});

/** What an observer and the wall see, phase by phase, once these words are there. */
const WATCHED = [
  { what: 'lobby', observer: 'You are in', wall: 'and type' },
  { what: 'write', observer: 'People are writing alone', wall: 'What gets in the way?' },
  { what: 'walk', observer: ROLES, wall: ROLES },
  { what: 'place', observer: 'Place in the grid', wall: '2 not placed yet' },
  { what: 'open vote', observer: ' voted', wall: 'What matters most?' },
  { what: 'result', observer: 'not an official vote', wall: 'not an official vote' },
  { what: 'plot', observer: 'What is worth it?', wall: 'What is worth it?' },
  { what: 'map', observer: 'Read the map', wall: 'Five calendars' },
] as const;

async function lead(room: Room, what: (typeof WATCHED)[number]['what']): Promise<void> {
  if (what === 'lobby' || what === 'write' || what === 'walk' || what === 'place') await room.go(what);
  if (what === 'walk') await room.run({ type: 'walk', factor: 'roles' });
  if (what === 'open vote') {
    await room.go('vote');
    await room.dots();
  }
  if (what === 'result') await room.close();
  if (what === 'plot') {
    await room.rating();
    await room.close();
  }
  if (what === 'map') await room.go('read');
}

test('nor what an observer sees', async ({ server, browserOf }) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Olive', 'observer');
  for (const { what, observer } of WATCHED) {
    await lead(room, what);
    await page.getByText(observer).first().waitFor();
    await isClean(page, what);
  }
});

test('nor the wall', async ({ server, browserOf }) => {
  const room = await openRoom(server, browserOf);
  const page = await browserOf('the wall', { viewport: { width: 1024, height: 768 } });
  const { wall } = new WallPage(page);
  await new WallPage(page).open(server.url, room.board);
  for (const { what, wall: words } of WATCHED) {
    await lead(room, what);
    await wall.getByText(words).first().waitFor();
    await isClean(page, what);
  }
});

test('[FIELD1] nor the console, the screens of who leads, and the agenda', async ({ server, browserOf }) => {
  const room = await openRoom(server, browserOf);
  const page = await room.enter('Ruth', 'facilitator');
  const console = new ConsolePart(page);
  const look = async (id: PhaseId, title: string) => {
    await room.go(id);
    await console.phase(title).waitFor();
  };
  await look('lobby', 'Arrive');
  await isClean(page, 'grid and console in the lobby');
  await page.goto(`/b/${room.board.id}?view=room`);
  await look('write', 'Write alone');
  await new WritePart(page).field.waitFor();
  await isClean(page, 'write, for somebody else too');
  await look('walk', 'Walk the notes');
  await room.run({ type: 'walk', factor: 'roles' });
  await page
    .getByRole('button', { name: /^Merge/ })
    .first()
    .waitFor();
  await isClean(page, 'walk');
  await look('place', 'Place in the grid');
  await page.getByRole('button', { name: /^Deal \d/ }).waitFor();
  await isClean(page, 'place and deal');
  await look('vote', 'Vote');
  await console.primary('Open the vote').waitFor();
  await isClean(page, 'setting up a vote');
  await room.dots();
  await console.primary(/^Close the vote/).waitFor();
  await isClean(page, 'a vote that is open');
  await room.close();
  await page.getByText(/not an official vote/).waitFor();
  await isClean(page, 'a result and its controls');
  const agenda = await console.edit();
  await agenda.waitFor();
  await isClean(page, 'agenda');
});
