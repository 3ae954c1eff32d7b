import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';
import { watch } from '../harness/people.ts';
import { startBlockingProxy } from '../network/blocking-proxy.ts';
import { JoinPage } from '../pages/join-page.ts';

async function addFactor(page: Page, text: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Add a factor to/ })
    .first()
    .click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const factor = (page: Page, text: string): Locator =>
  page.getByRole('table', { name: /System Coherence and Alignment/ }).getByText(text, { exact: true });

test('where the network blocks WebSockets, people join, write, see others and know that it is saved', async ({
  browser,
  server,
  board,
  person,
}) => {
  const proxy = await startBlockingProxy(server.port);
  const context = await browser.newContext();
  try {
    const { problems } = await watch(context, 'participant Dana', proxy.url);
    const recording = recordFrames(context, 'participant Dana');
    const { page: lee } = await person('Lee', 'Finance', 'facilitator');
    const dana = await context.newPage();
    const join = new JoinPage(dana);
    await join.open(proxy.url, board.id, board.invites.participant);
    await join.join('Dana', 'Special Education');

    await addFactor(dana, 'Written behind the proxy');
    await expect(factor(lee, 'Written behind the proxy')).toBeVisible();
    await expect(dana.getByText('Saved', { exact: true })).toBeVisible();
    await addFactor(lee, 'Written in front of it');
    await expect(factor(dana, 'Written in front of it')).toBeVisible();

    await recording.assertSaw('Written in front of it');
    await recording.assertNeverSaw('Written by nobody');
    await dana.reload();
    await expect(factor(dana, 'Written behind the proxy')).toBeVisible();
    const refused = proxy.refused();
    await addFactor(dana, 'Written after a reload');
    await expect(factor(lee, 'Written after a reload')).toBeVisible();
    expect(refused).toBeGreaterThan(0);
    expect(proxy.refused(), 'the tab remembers').toBe(refused);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
    await proxy.close();
  }
});
