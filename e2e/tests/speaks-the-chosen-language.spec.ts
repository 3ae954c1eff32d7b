import type { CommandBody } from '@coherence/protocol/http';
import type { Page } from '@playwright/test';
import { ACCENTED, accented, isAccented, isAccentedAllOver } from '../harness/accented.ts';
import type { CreatedBoard } from '../harness/api.ts';
import { importBoard, runCommand } from '../harness/api.ts';
import { expect, test } from '../harness/fixtures.ts';
import { recordFrames } from '../harness/frames.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const factor = (id: string, text: string, at: number, more: object = {}) => ({
  id,
  text,
  kind: 'factor',
  no: at + 1,
  sources: { المالية: { unit: 'المالية' } },
  ...more,
});
const onMap = (at: number) => ({ cell: ['interfering', 'roles', `a${at}`], pos: [at * 320, 0, 240] });

/** What people wrote is Arabic: whatever is Latin was said by the program, and each text of theirs is turned by itself. */
const FILE = {
  schema: 'coherence-board/1',
  title: 'كيف نساعد المدارس',
  question: 'ما الذي يعيق (3 من 5)؟',
  units: ['المالية', 'المدارس', 'التعليم'].map((name) => ({ id: name, name })),
  factors: [
    factor('roles', 'الأدوار غير واضحة.', 0),
    factor('again', 'غير واضحة الأدوار', 1),
    factor('calendars', 'خمسة تقاويم (3 من 5).', 2, onMap(2)),
    factor('data', 'بيانات مشتركة', 3, onMap(3)),
  ],
  influences: [
    { id: 'l', from: 'calendars', to: 'data', polarity: '-', source: { kind: 'unit', id: 'المالية' } },
  ],
};
const PHASES = [
  { id: 'lobby', kind: 'lobby', title: 'وصول', prompt: 'تجربة' },
  { id: 'write', kind: 'write', title: 'نكتب', prompt: 'ما الذي يعيق (3 من 5)؟' },
  { id: 'reveal', kind: 'reveal', title: 'عرض' },
  { id: 'walk', kind: 'walk', title: 'نقرأ' },
  { id: 'place', kind: 'place', title: 'جدول', mode: 'pairs' },
  { id: 'vote', kind: 'vote', title: 'أصوات', prompt: 'ما المهم؟', identity: 'named' },
  { id: 'break', kind: 'break', title: 'استراحة', minutes: 15 },
  { id: 'link', kind: 'link', title: 'روابط', mode: 'threes' },
  { id: 'options', kind: 'options', title: 'طرق' },
  { id: 'owners', kind: 'owners', title: 'من' },
  { id: 'report-out', kind: 'report-out', title: 'نستمع' },
  { id: 'close', kind: 'close', title: 'نهاية' },
  { id: 'check-in', kind: 'check-in', title: 'لاحقا' },
] as const;

type Invite = 'facilitator' | 'participant' | 'observer' | 'display';

async function join(page: Page, serverUrl: string, board: CreatedBoard, role: Invite): Promise<void> {
  recordFrames(page.context(), role);
  await page.goto(`${serverUrl}/b/${board.id}#${board.invites[role]}`);
  if (role === 'display') return page.getByRole('main').first().waitFor();
  const name = page.getByLabel(accented('join.name'));
  await name.fill('معلمة');
  await isAccented(page, `joining as ${role}`);
  await page.locator('label').filter({ hasText: 'المدارس' }).click();
  await page.getByRole('button', { name: accented('join.submit') }).click();
  return name.waitFor({ state: 'detached' });
}

test('before a board, and where there is none', async ({ board, browserOf }) => {
  const page = await browserOf('Anna', ACCENTED);
  await page.goto('/');
  await page.getByRole('heading', { name: accented('start.title') }).waitFor();
  await isAccentedAllOver(page, 'start');
  await page.getByLabel(accented('start.code')).fill('222222');
  await page.getByRole('button', { name: accented('start.join'), exact: true }).click();
  await page.getByText(accented('join.unknown')).waitFor();
  await isAccented(page, 'a code that is wrong');
  await page.goto('/new');
  await page.getByRole('heading', { name: accented('create.title') }).waitFor();
  await isAccentedAllOver(page, 'making a board');
  await page.getByRole('button', { name: accented('create.submit') }).click();
  await isAccented(page, 'a board without a title');
  await page.goto('/nowhere');
  await page.getByRole('heading', { name: accented('shell.notHere') }).waitFor();
  await isAccented(page, 'no such page');
  await page.goto(`/check/${board.code}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await isAccented(page, 'the check on a phone');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-XA');
});

test('[LETTER4] the board, its views, menus and dialogs', async ({ server, browserOf }) => {
  const board = await importBoard(server.url, JSON.stringify(FILE));
  const page = await browserOf('Anna', ACCENTED);
  await join(page, server.url, board, 'facilitator');
  const code = new RegExp(`${board.code}|${board.code.slice(0, 3)} ${board.code.slice(3)}`, 'g');
  await page.locator('[data-card]').first().waitFor();
  await isAccentedAllOver(page, 'grid', code);
  for (const item of ['shell.detailsTitle', 'shell.versions', 'shell.kept'] as const) {
    await page
      .getByRole('banner')
      .getByRole('button', { name: accented('shell.more'), exact: true })
      .click();
    await page.getByRole('menuitem', { name: accented(item) }).click();
    await page.getByRole('dialog').waitFor();
    await isAccentedAllOver(page, item, code);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await page.locator('[aria-haspopup="dialog"]').first().click();
  await page.getByRole('dialog').waitFor();
  await isAccentedAllOver(page, 'people', code);
  for (const view of ['outline', 'map'] as const) {
    await page.goto(`/b/${board.id}?view=${view}`);
    await page
      .locator(view === 'map' ? '.tl-shape' : '.entry')
      .first()
      .waitFor();
    await isAccentedAllOver(page, view, code);
  }
  for (const place of ['sheet', 'poster', 'check']) {
    await page.goto(`/b/${board.id}/${place}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await isAccentedAllOver(page, place, code);
  }
});

test('[LETTER4] every phase: who leads, who takes part, who watches, and the wall', async ({
  server,
  browserOf,
}) => {
  const board = await importBoard(server.url, JSON.stringify(FILE));
  const run = (body: CommandBody) => runCommand(server.url, board, body);
  await run({ type: 'set-agenda', agenda: PHASES });
  const pages = new Map<string, Page>();
  for (const role of ['facilitator', 'participant', 'observer', 'display'] as const) {
    const page = await browserOf(role, ACCENTED);
    await join(page, server.url, board, role);
    pages.set(role, page);
  }
  const code = new RegExp(`${board.code}|${board.code.slice(0, 3)} ${board.code.slice(3)}`, 'g');
  const look = async (what: string) => {
    for (const [role, page] of pages) {
      await page.getByText('كيف نساعد المدارس').or(page.getByRole('heading')).first().waitFor();
      await isAccented(page, `${what}, ${role}`, code);
    }
  };
  await look('before the agenda');
  for (const { id } of PHASES) {
    await run({ type: 'phase', id });
    for (const page of pages.values()) await page.getByText(/\S/).first().waitFor();
    await look(id);
    if (id === 'walk') {
      await run({ type: 'walk', factor: 'roles' });
      await look('a note that is walked');
    }
    if (id === 'place' || id === 'link') {
      await run({ type: 'deal' });
      await look(`${id}, dealt`);
    }
    if (id !== 'vote') continue;
    await run({ type: 'vote-open', items: ['roles', 'data'], question: 'ما المهم؟', method: 'dots' });
    await look('an open vote');
    await run({ type: 'vote-close' });
    await look('a result');
    await run({ type: 'vote-open', question: 'تقويم واحد', method: 'recorded' });
    await look('a vote by name');
    await run({ type: 'vote-close' });
    await look('a result by name');
  }
  await run({ type: 'pause' });
  await look('a pause');
});
