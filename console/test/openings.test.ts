import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startFakeApi } from '../dev/fakeApi.ts';
import { openBrowser, skip } from './browser.ts';
import { buildWhenStale } from './buildWhenStale.ts';

let browser: Browser;
before(async () => {
  if (skip !== false) return;
  buildWhenStale();
  browser = await openBrowser();
});
after(async () => {
  if (skip === false) await browser.close();
});

test('a case is opened with what its application asks for, and shown', { skip }, async (t) => {
  const api = await startFakeApi();
  api.signedIn = true;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  t.after(async () => {
    await context.close();
    api.stop();
  });
  const page = await context.newPage();
  await page.addInitScript(() =>
    localStorage.setItem('yiwang.settings', JSON.stringify({ language: 'en', theme: 'light' })),
  );
  await page.goto(api.url);
  await page.getByRole('link', { name: 'Open: 场所经营许可' }).click();
  await page.getByRole('heading', { level: 1, name: 'Open: 场所经营许可' }).waitFor();
  assert.equal(await page.getByLabel('District').locator('option').count(), 4);
  await page.getByLabel('District').selectOption({ index: 2 });
  await page.getByLabel('Applicant').fill('模拟企业000123');
  await page.getByRole('button', { name: 'Open it' }).click();
  assert.deepEqual(api.orders, [], 'the browser asks for what is missing first');
  await page.getByLabel('Kind of place').selectOption('shop');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.waitForURL(/\/cases\/990101\//);
  assert.deepEqual(api.orders, ['POST /api/cases']);
  await page.goto(`${api.url}/open/licence/none`);
  await page.getByText('This account opens no such cases').waitFor();
});
