import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { browserProgram, openBrowser } from './drive/browser.ts';
import { photo } from './drive/photo.ts';
import { eventually, startPlatform } from './drive/platformProcess.ts';

/** A person at a screen of their own, who signs in by one click. Whatever the page complains of is kept. */
async function sitDown(
  browser: Browser,
  address: string,
  account: string,
  complaints: string[],
  where = '/',
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', colorScheme: 'light' });
  const page = await context.newPage();
  let isSignedIn = false;
  page.on('console', (said) => {
    // Being asked who one is, once, is no error.
    const isQuestion = !isSignedIn && said.text().includes('401');
    if ((said.type() === 'error' || said.type() === 'warning') && !isQuestion)
      complaints.push(`${account} console: ${said.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${account} page: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== address)
      complaints.push(`${account} asked another host: ${request.url()}`);
  });
  // Scripts for the page are text: this side of the test knows no document.
  await page.addInitScript({
    content:
      "addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))",
  });
  await page.goto(`${address}${where}`);
  const demo = page.getByRole('region', { name: /演示登录/ });
  await demo.waitFor();
  isSignedIn = true;
  const own = demo.getByRole('button', { name: account });
  if ((await own.count()) > 0) await own.click();
  else {
    const option = demo.locator('option', { hasText: account });
    await demo.getByRole('combobox').selectOption({ label: ((await option.textContent()) ?? '').trim() });
    await demo.getByRole('button', { name: '登录' }).click();
  }
  return page;
}

async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${page.url()} ${id} ${nodes[0]?.html.slice(0, 140)}`);
}

test(
  'three people carry one case through their browsers from rain to closed, and see each step without a reload',
  { skip: existsSync(browserProgram) ? false : `no Chromium at ${browserProgram}`, timeout: 150_000 },
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-way-'));
    const platform = await startPlatform(folder, ['--drill-after', '9']);
    const browser = await openBrowser();
    t.after(async () => {
      await browser.close();
      await platform.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const complaints: string[] = [];
    const { address } = platform;
    const until = { timeout: 30_000 };

    const officer = await sitDown(browser, address, '100001', complaints);
    const act = officer.getByRole('link', { name: '一键直达' });
    await officer.getByRole('slider').waitFor();
    assert.equal(await act.count(), 0, 'before the rain nothing waits');
    await act.waitFor(until);
    const shown = officer.locator('.evs a').filter({ hasText: '内涝点水位' });
    await shown.first().waitFor();
    assert.deepEqual(await axeFinds(officer), []);

    await act.click();
    await officer.getByRole('heading', { name: '任务' }).waitFor();
    const where = new URL(officer.url()).pathname;
    const dispatch = officer.getByRole('button', { name: /^派给/ }).first();
    const team = ((await dispatch.textContent()) ?? '').replace(/^派给\s*/, '').trim();
    assert.deepEqual(await axeFinds(officer), []);

    const teams = (await (await fetch(`${address}/api/city`)).json()) as {
      demoAccounts: { account: string; title: { zh: string } }[];
    };
    const member = teams.demoAccounts.find(({ title }) => title.zh.startsWith(team))?.account ?? '';
    const phone = await sitDown(browser, address, member, complaints, '/field', { width: 390, height: 844 });
    await phone.getByText('没有待办').waitFor();
    await dispatch.click();
    const task = phone.getByRole('link', { name: /处置/ });
    await task.waitFor(until);
    await task.click();
    await phone.getByRole('button', { name: '接单' }).click();
    await phone
      .locator('input[type=file]')
      .setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: Buffer.from(photo(64)) });
    await phone.getByText('已上传').waitFor();
    await phone.getByRole('combobox', { name: /处置措施/ }).selectOption({ label: '抽排' });
    await phone.getByRole('button', { name: '办结' }).click();
    await phone.getByText('这项任务已办结。').waitFor();

    // the officer's page shows the photo, by itself
    const picture = officer.getByRole('img', { name: 'site.png' });
    await picture.waitFor(until);
    await picture.scrollIntoViewIfNeeded();
    await officer.waitForFunction('[...document.images].some((image) => image.naturalWidth === 64)');

    const verifier = await sitDown(browser, address, '300001', complaints, where);
    await verifier.getByRole('combobox', { name: /核查结论/ }).selectOption({ label: '通过' });
    await verifier.getByRole('button', { name: '办结' }).click();

    await officer.getByText('已回到区间').waitFor(until);
    await officer.locator('.head .tag', { hasText: '已结' }).waitFor(until);
    const book = officer.getByRole('region', { name: '账本记录' });
    const lines = book.getByRole('listitem');
    const proven = lines.filter({ hasText: '已验' });
    await eventually('every entry has its place and its proof', async () => {
      const all = await lines.count();
      return all > 5 && (await proven.count()) === all ? true : undefined;
    });
    const receipt = officer.waitForEvent('download');
    await book.getByRole('link', { name: '回执' }).first().click();
    assert.match((await receipt).suggestedFilename(), /^receipt-.*\.json$/);

    await officer.getByRole('link', { name: /^一屏/ }).click();
    await officer.getByText('10 项体征中 10 项在区间内').waitFor(until);
    const lag = (await officer.locator('.foot').textContent()) ?? '';
    t.diagnostic(/事件到屏 \d+ ms/.exec(lag)?.[0] ?? lag);
    assert.deepEqual(complaints, []);
  },
);
