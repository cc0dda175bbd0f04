import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startFakeApi } from '../dev/fakeApi.ts';
import { firstCase } from '../dev/fakeCity.ts';
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

test('a case shows what was filled in, and takes a paper from the desk', { skip }, async (t) => {
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
  await page.goto(`${api.url}/cases/${firstCase.region}/${firstCase.id}`);
  const filled = page.getByRole('region', { name: 'Filled in' });
  await filled.getByText('Pumped').waitFor();
  assert.equal(await filled.getByRole('link', { name: '1.png' }).count(), 1);
  await page
    .getByLabel('Add a photo or paper')
    .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.waitForFunction(() => document.querySelector('input[type=file]:disabled') === null);
  assert.deepEqual(api.orders, [`POST /api/cases/${firstCase.region}/${firstCase.id}/files`]);
});
