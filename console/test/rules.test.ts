import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startFakeApi, type FakeApi } from '../dev/fakeApi.ts';
import { openBrowser, skip } from './browser.ts';
import { buildWhenStale } from './buildWhenStale.ts';

let api: FakeApi;
let browser: Browser;

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

async function open(t: { after: (done: () => Promise<void>) => void }, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem('yiwang.settings', JSON.stringify({ language: 'en', theme: 'light' })),
  );
  await page.goto(api.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

const total = (page: Page) => page.locator('.rule-total .figure').first();

test('rules are found by their words, and the filter stands in the address', { skip }, async (t) => {
  const page = await open(t, '/rules');
  await page.getByRole('link', { name: 'R&D grant' }).waitFor();
  await page.getByRole('searchbox').fill('rent');
  await page.getByRole('link', { name: 'R&D grant' }).waitFor({ state: 'detached' });
  assert.match(page.url(), /text=rent/);
  await page.getByRole('button', { name: 'With problems' }).click();
  assert.match(page.url(), /view=failing/);
  assert.equal(await page.locator('.rule-table tbody tr').count(), 1);
});

test('a moved threshold moves the numbers, and its losers open as a list with their reasons', { skip }, async (t) => {
  const page = await open(t, '/rules/rd-grant');
  await total(page).getByText('4 286').waitFor();
  const slider = page.locator('input[type=range]').first();
  await slider.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await total(page).getByText('4 136').waitFor();
  await page.getByText('−150').first().waitFor();
  await page.getByRole('button', { name: /^Lose/ }).click();
  await page.getByText('Lose: 60 firms').waitFor();
  await page.locator('.rule-drawer').getByRole('button', { name: '模拟企业 000003' }).click();
  await page.getByText('With 20 more R&D spend it qualifies').waitFor();
  assert.match(page.url(), /firm=/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await total(page).getByText('4 286').waitFor();
});

test('the table is drawn by the field’s own tool, and nothing of it comes from elsewhere', { skip }, async (t) => {
  const requests: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  t.after(() => context.close());
  const page = await context.newPage();
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${api.url}/rules/rd-grant`);
  await page.locator('.dmn-box').getByText('>= 500').waitFor();
  assert.ok(requests.length > 5 && requests.every((url) => url.startsWith(api.url)), 'no request leaves the host');
});

test('looking into the editor changes nothing; an edited cell is tried, and dropped again', { skip }, async (t) => {
  const page = await open(t, '/rules/rd-grant');
  await page.locator('input[type=number]').first().fill('600');
  const publish = page.getByRole('button', { name: 'Publish' });
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('nothing is effective until published').waitFor();
  const cell = page.locator('.dmn-box td[data-element-id="c11"]');
  await cell.click();
  await page.locator('h1').click();
  await page.waitForTimeout(500);
  assert.equal(await page.locator('input[type=number]').first().inputValue(), '600', 'the moved threshold is kept');
  const asked = page.waitForRequest((request) => request.postData()?.includes('&gt;= 700') === true);
  await cell.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('>= 700');
  await page.locator('h1').click();
  await asked;
  assert.ok(await publish.isEnabled());
  await page.getByRole('button', { name: 'Drop the changes' }).click();
  await page.locator('.dmn-box').getByText('>= 500').waitFor();
  assert.ok(await publish.isDisabled());
});

test('publishing says what it does and needs a reason', { skip }, async (t) => {
  const page = await open(t, '/rules/rd-grant');
  const publish = page.getByRole('button', { name: 'Publish' });
  assert.ok(await publish.isDisabled());
  await page.locator('input[type=number]').first().fill('600');
  await publish.click();
  await page.getByRole('dialog').getByText('500 → 600').waitFor();
  await page.getByLabel('Reason').fill('decided on the 12th');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 2 is published').waitFor();
  assert.ok(api.orders.includes('POST /api/rules/rd-grant/versions'));
});

test('tests, checks and versions each have their view', { skip }, async (t) => {
  const page = await open(t, '/rules/rent-relief?view=tests');
  await page.getByText('Row 3 has no test').waitFor();
  await page.getByRole('button', { name: 'Checks' }).click();
  await page.getByText('No rule applies where R&D spend is not given').waitFor();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByText('Row 1: R&D spend >= 400 → >= 500').waitFor();
});
