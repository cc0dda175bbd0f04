import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startFakeApi, type FakeApi } from '../dev/fakeApi.ts';
import { reportId } from '../dev/fakeReport.ts';
import { openBrowser, skip } from './browser.ts';
import { buildWhenStale } from './buildWhenStale.ts';

let api: FakeApi;
let browser: Browser;
const sample = `/reports/${reportId(1)}`;
const figures = `/reports/${reportId(3)}`;
const long = `/reports/${reportId(9)}`;

before(async () => {
  if (skip !== false) return;
  buildWhenStale();
  api = await startFakeApi();
  api.signedIn = true;
  browser = await openBrowser();
});
after(async () => {
  if (skip !== false) return;
  await browser.close();
  api.stop();
});

/** A page of its own, closed at the end of the test. */
async function open(
  t: { after: (done: () => Promise<void>) => void },
  path: string,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem('yiwang.settings', JSON.stringify({ language: 'en', theme: 'light' })),
  );
  await page.goto(api.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

/** What a person's drop does: the browser's own events, with files in them. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    return data;
  }, files);
  await page.dispatchEvent('h1', 'dragover', { dataTransfer: transfer });
  await page.getByText('Let go to read it').waitFor();
  await page.dispatchEvent('h1', 'drop', { dataTransfer: transfer });
}

const row = (page: Page, id: string) => page.locator(`tr[data-row="${id}"]`);
const mark = (page: Page, id: string) => page.locator(`[data-rows~="${id}"]`).first();

test('a file dropped anywhere is sent, read and opened with its rows', { skip }, async (t) => {
  const page = await open(t, '/reports');
  await drop(page, [{ name: 'a.txt', text: '全市生产总值4286亿元' }]);
  await page.getByText('Sent, reading', { exact: true }).waitFor();
  await page.getByRole('heading', { name: '示例市政府工作报告' }).waitFor();
  assert.match(page.url(), /\/reports\/00000000-0000-7000-b000-0000000001\d\d$/);
  assert.match((await row(page, 's1').textContent()) ?? '', /生产总值.*4\s286/);
  assert.ok(api.orders.includes('POST /api/reports'));
});

test('what is refused says why and what to do, the rest of the files are read', { skip }, async (t) => {
  const page = await open(t, '/reports');
  await drop(page, [
    { name: 'empty.txt', text: '' },
    { name: 'b.txt', text: '有字' },
  ]);
  await page.getByText('文件是空的').waitFor();
  await page.getByText('检查文件后再放一次。').waitFor();
  assert.equal(await page.getByText(/photo/).count(), 0);
  await page.getByRole('link', { name: 'Open the report' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/reports');
});

test('a file is chosen by the keyboard alone', { skip }, async (t) => {
  const page = await open(t, '/reports');
  await page.getByRole('table').waitFor();
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('u');
  await (await asked).setFiles({ name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from('字') });
  await page.waitForURL(/\/reports\/0000/);
});

test('a mark and its row light up together, whichever is pointed at', { skip }, async (t) => {
  const page = await open(t, sample);
  await row(page, 's7').hover();
  assert.equal(await mark(page, 's7').getAttribute('data-hot'), '');
  assert.equal(await mark(page, 's19').getAttribute('data-hot'), '', 'its target too');
  await mark(page, 's16').hover();
  assert.equal(await row(page, 's16').getAttribute('data-hot'), '');
  assert.equal(await row(page, 's7').getAttribute('data-hot'), null);
  await mark(page, 's16').click();
  assert.equal(await row(page, 's16').getAttribute('aria-current'), 'true');
  await page.waitForURL(/row=s16/);
});

test('a mark out of sight is brought into view by its row, and a row by its mark', { skip }, async (t) => {
  const page = await open(t, long, { width: 1200, height: 700 });
  const table = page.getByRole('table', { name: 'What was read' });
  assert.ok(Number(await table.getAttribute('aria-rowcount')) > 4000);
  assert.ok((await table.locator('tr[data-row]').count()) < 200, 'only rows near the view are drawn');
  await page.locator('.src .scroll').evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await page.waitForTimeout(100);
  const far = page.locator('.doc p').last().locator('[data-rows^=s]').first();
  const id = (await far.getAttribute('data-rows')) ?? '';
  await far.hover();
  await row(page, id).waitFor();
  const box = await row(page, id).boundingBox();
  assert.ok(box !== null && box.y > 0 && box.y < 700);
});

test('an address that names a far row shows the row and its mark', { skip }, async (t) => {
  const first = await open(t, long);
  const id = (await first.locator('.doc p').last().locator('[data-rows^=s]').first().getAttribute('data-rows')) ?? '';
  const page = await open(t, `${long}?row=${id}`);
  // Asked anew each time: the lists draw only what is near, so a row may be drawn again as another element.
  for (const selector of [`tr[data-row="${id}"]`, `[data-rows~="${id}"]`])
    await page.waitForFunction((wanted) => {
      const { top, bottom } = document.querySelector(wanted)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top > 0 && bottom < innerHeight;
    }, selector);
});

test('keys go from row to row, and 1 and 2 choose a reading', { skip }, async (t) => {
  const page = await open(t, sample);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.waitForURL(/row=s1$/);
  assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /^Row 1 生产总值/);
  await page.getByRole('link', { name: /2 places/ }).click();
  assert.equal(await page.locator('tr[data-row]').count(), 2);
  await page.keyboard.press('j');
  await page.keyboard.press('2');
  await page.getByText('“各 1.2 万个” chosen.').waitFor();
  await page.getByRole('link', { name: /\b1 place\b/ }).waitFor();
  assert.equal(await page.locator('tr[data-row]').count(), 1);
  assert.equal(
    await page.locator('tr[aria-current]').count(),
    1,
    'the next that waits is chosen, not the one that left',
  );
});

test('a correction keeps the reading of the machine beside it and can be given back', { skip }, async (t) => {
  const page = await open(t, `${sample}?row=s1`);
  await row(page, 's1').waitFor();
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Correct row 1' });
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await page.keyboard.press('e');
  await form.getByLabel('Value').fill('4288');
  await form.getByRole('button', { name: 'Save correction' }).click();
  await form.getByText('Please say why.').waitFor();
  await form.getByLabel('Why (required)').fill('misread');
  await page.keyboard.press('Enter');
  await page.getByText('Row 1 corrected; the machine reading is kept.').waitFor();
  assert.match(
    (await page.locator(':focus').getAttribute('aria-label')) ?? '',
    /^Row 1 /,
    'the keys go on from the row',
  );
  assert.match((await row(page, 's1').textContent()) ?? '', /4\s288/);
  assert.match((await page.locator('.corr s').textContent()) ?? '', /4\s286/);
  assert.match((await page.locator('.corr').textContent()) ?? '', /100001.*2026-11-18 09:14.*misread/s);
  await page.getByRole('button', { name: 'Back to the machine reading' }).click();
  await page.getByText('Row 1 stands as the machine read it.').waitFor();
  assert.match((await row(page, 's1').textContent()) ?? '', /4\s286/);
});

test('a row that was taken out is struck and counted nowhere', { skip }, async (t) => {
  const page = await open(t, `${sample}?kind=task&row=t1`);
  await row(page, 't1').waitFor();
  const total = Number(/^12 of (\d+)$/.exec((await page.locator('.read output').first().textContent()) ?? '')?.[1]);
  await page.keyboard.press('e');
  await page.getByLabel('Why (required)').fill('no task');
  await page.getByRole('button', { name: 'No row, take it out' }).click();
  await page
    .getByText('Row taken out')
    .or(page.getByText(/taken out; the machine reading is kept/))
    .waitFor();
  await page.locator('.read output', { hasText: `11 of ${total - 1}` }).waitFor();
  await page.getByRole('button', { name: 'Back to the machine reading' }).click();
  await page.locator('.read output', { hasText: `12 of ${total}` }).waitFor();
});

test('a count of the head is a link to exactly those rows, and filters stay in the address', { skip }, async (t) => {
  const page = await open(t, sample);
  await page.getByRole('link', { name: /^Tasks/ }).click();
  assert.equal(await page.locator('tr[data-row]').count(), 12);
  await page.getByRole('searchbox', { name: 'Find a metric, value or task' }).fill('养老');
  assert.equal(await page.locator('tr[data-row]').count(), 1);
  await page.reload();
  await row(page, 't1').waitFor();
  assert.equal(await page.locator('tr[data-row]').count(), 1);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  assert.equal(await page.locator('tr[data-row]').count(), 40);
});

test('figures without text say so and show in place once the text is dropped', { skip }, async (t) => {
  const page = await open(t, figures);
  await page.getByText('Only the figures are here').waitFor();
  await drop(page, [{ name: '2020.txt', text: '原文' }]);
  await mark(page, 's1').waitFor();
  assert.equal(new URL(page.url()).pathname, figures);
});

test('a report dropped by mistake is withdrawn with a reason and leaves the list', { skip }, async (t) => {
  const page = await open(t, '/reports');
  await drop(page, [{ name: 'wrong.txt', text: '字' }]);
  await page.waitForURL(/\/reports\/0000/);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Withdraw the report' }).click();
  await page.getByLabel('Why (required, goes into the ledger)').fill('wrong file');
  await page.keyboard.press('Enter');
  await page.getByText('withdrawn; the ledger keeps that it was here').waitFor();
  await page.getByRole('table').waitFor();
  await page.getByText('wrong.txt', { exact: true }).waitFor({ state: 'detached' });
});

test('reports ticked in the list are compared, and a metric is drawn over the years', { skip }, async (t) => {
  const page = await open(t, '/reports');
  for (const year of [2021, 2022]) {
    await page
      .getByRole('checkbox', { name: new RegExp(`${year}$`) })
      .first()
      .check();
  }
  await page.getByRole('link', { name: 'Compare 2' }).click();
  await page.getByRole('button', { name: '研发投入强度', exact: true }).click();
  await page.getByRole('figure', { name: /研发投入强度 over the years/ }).waitFor();
  assert.equal(await page.locator('svg.chart .m-dot').count(), 2);
  assert.equal(await page.locator('svg.chart .m-goal').count(), 2);
});

test('on a phone the text and the rows are two sides, and nothing is wider than the screen', { skip }, async (t) => {
  const page = await open(t, sample, { width: 390, height: 844 });
  assert.equal(await page.locator('.read').isVisible(), false);
  await page.getByRole('button', { name: /^Rows/ }).click();
  await row(page, 's1').waitFor();
  assert.equal(await page.locator('.src').isVisible(), false);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
});

test('on a phone the list of reports gives their titles room', { skip }, async (t) => {
  const page = await open(t, '/reports', { width: 390, height: 844 });
  const title = await page.locator('table.reports td .link').first().boundingBox();
  assert.ok(title !== null && title.width >= 100 && title.height < 60, JSON.stringify(title));
});

test('the place in the house and the search field never lie over each other', { skip }, async (t) => {
  const page = await open(t, sample, { width: 1024, height: 768 });
  const crumb = await page.locator('.crumb').boundingBox();
  const field = await page.locator('.palette').boundingBox();
  assert.ok(crumb !== null && field !== null && crumb.x + crumb.width <= field.x + 0.5 && crumb.width > 60);
});

test('on paper there are the text, all rows, and nothing to press', { skip }, async (t) => {
  const page = await open(t, `/reports/${reportId(8)}`);
  await page.emulateMedia({ media: 'print' });
  await page.locator('tr.far').first().waitFor({ state: 'detached' });
  assert.ok((await page.locator('tr[data-row]').count()) > 1000);
  for (const part of ['.rail', '.top', '.foot', '.rowbar', '.out', '.export']) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
});
