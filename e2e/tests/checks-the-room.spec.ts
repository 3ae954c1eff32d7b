import { expect, LAN, test } from '../harness/fixtures.ts';

test('the check turns green when a phone gets here, and says what else works, on plain http', async ({
  server,
  board,
  browserOf,
  person,
}) => {
  const via = `${LAN}:${server.port}`;
  const maya = await person('Maya', 'Finance', 'facilitator', { via });
  await maya.page.getByRole('banner').getByRole('button', { name: 'Invite' }).click();
  await maya.page.getByRole('link', { name: 'Check this room: network, phones, projector' }).click();
  await expect(maya.page.getByRole('heading', { name: 'Check this room' })).toBeVisible();
  await expect(maya.page.getByText('Waiting for a phone.')).toBeVisible();

  const qr = maya.page.getByRole('img', { name: /^QR code of/ });
  const address = (await qr.getAttribute('aria-label'))?.replace('QR code of ', '') ?? '';
  expect(address).toBe(`${via}/check/${board.code}`);
  const phone = await browserOf('phone', {
    via,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.goto(address);
  await expect(phone.getByRole('heading', { name: 'It works' })).toBeVisible();
  await expect(maya.page.getByText(/A (phone|tablet|computer) got here at/)).toBeVisible();
  await expect(maya.page.getByText('Waiting for a phone.')).toHaveCount(0);

  const line = (name: string) => maya.page.getByRole('listitem').filter({ hasText: name });
  for (const name of ['Server', 'Storage', 'Live connection', 'Fonts', 'Clock', 'Addresses'])
    await expect(line(name).first()).toContainText('Works');
  await line('Projector window').getByRole('button', { name: 'Try it' }).click();
  await expect(line('Projector window')).toContainText('A window for the projector opens.');
});

test('a device with a wrong code is told so, and nothing turns green', async ({
  board,
  browserOf,
  person,
}) => {
  const maya = await person('Maya', 'Finance', 'facilitator');
  await maya.page.goto(`/b/${board.id}/check`);
  await expect(maya.page.getByRole('heading', { name: 'Check this room' })).toBeVisible();
  const phone = await browserOf('phone');
  await phone.goto('/check/ZZZZZZ');
  await expect(phone.getByRole('heading', { name: 'It does not work yet' })).toBeVisible();
  await expect(
    maya.page.getByText('Waiting for a phone.').or(maya.page.getByText('No address of this')),
  ).toBeVisible();
});
