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
  browser = await openBrowser();
});
after(async () => {
  if (skip !== false) return;
  await browser.close();
});

const lamp = '/processes/lamp/lamp';

/** On a server of its own, for drafts are kept there. */
async function open(t: { after: (done: () => Promise<void>) => void }, path: string): Promise<Page> {
  api = await startFakeApi();
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
  await page.goto(api.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

const shape = (page: Page, id: string) => page.locator(`.bpmn-box [data-element-id="${id}"]`).first();
const isMarked = (page: Page, id: string, mark: string) =>
  page.locator(`.bpmn-box [data-element-id="${id}"].${mark}`).first().waitFor({ state: 'attached' });

test('processes are listed with open cases by version, and found by name', { skip }, async (t) => {
  const page = await open(t, '/processes');
  await page.getByText('37 on version 1').waitFor();
  await page.getByRole('searchbox').fill('hotline');
  assert.equal(await page.locator('tbody tr').count(), 1);
  await page.getByText('2 problems').waitFor();
});

test('each tab opens by its key, and the bpmn.io mark stays in sight', { skip }, async (t) => {
  const page = await open(t, lamp);
  for (const [key, tab] of [
    ['2', 'versions'],
    ['3', 'flow'],
    ['4', 'migration'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForURL(new RegExp(`tab=${tab}`));
    await page.locator('.bpmn-box .bjs-powered-by').waitFor({ state: 'visible' });
  }
  await page.keyboard.press('1');
  await page.waitForURL(api.url + lamp);
});

test('an element is set, checked on the server, kept as a draft, and published with a reason', { skip }, async (t) => {
  const page = await open(t, `${lamp}?edit=true`);
  const publish = page.getByRole('button', { name: 'Publish' });
  await shape(page, 'passed').waitFor({ state: 'attached' });
  assert.ok(await publish.isDisabled(), 'nothing is changed yet');
  await shape(page, 'passed').locator('.djs-hit').first().click({ force: true });
  const condition = page.getByLabel('Condition (FEEL)');
  await condition.fill('outcome =');
  await condition.press('Enter');
  await page.getByText('has a wrong expression').waitFor();
  await isMarked(page, 'passed', 'bpmn-wrong');
  assert.ok(await publish.isDisabled(), 'what can not run is not published');
  await condition.fill('outcome = "good"');
  await condition.press('Enter');
  await page.getByText('Nothing is wrong').waitFor();

  await shape(page, 'handle').locator('.djs-hit').first().click();
  const role = page.getByLabel('Role', { exact: true });
  assert.equal(await role.inputValue(), 'field-team');
  await role.fill('electrician');
  await role.press('Enter');
  const saved = page.waitForRequest((request) => request.url().endsWith('/draft'));
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: 'Keep as draft' }).click();
  const xml = (await saved).postData() ?? '';
  assert.match(xml, /yiwang:candidateRole=\\"electrician\\"/);
  assert.match(xml, /outcome = \\"good\\"/);
  await page.getByText('Draft of version 2').waitFor();

  await publish.click();
  await page.getByLabel('Reason').fill('decided on the 12th');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText('Version 3 is published').waitFor();
  await page.waitForURL(/tab=versions/);
});

test('a draft is dropped, and the version is shown again', { skip }, async (t) => {
  const page = await open(t, `${lamp}?edit=true`);
  await page.getByLabel('Name').first().fill('Lamps');
  await page.getByLabel('Name').first().press('Enter');
  await page.getByText('not kept yet').waitFor();
  await page.getByRole('button', { name: 'Keep as draft' }).click();
  await page.getByText('Draft of version 2').waitFor();
  await page.getByRole('button', { name: 'Drop the draft' }).click();
  await page.getByText('A change is kept as a draft').waitFor();
});

test('what two versions differ in is marked on the drawing, before and after', { skip }, async (t) => {
  const page = await open(t, `${lamp}?tab=versions`);
  await isMarked(page, 'verify', 'diff-added');
  await isMarked(page, 'handle', 'diff-changed');
  await page.getByRole('button', { name: 'Before' }).click();
  await isMarked(page, 'inspect', 'diff-removed');
  await page.getByText('came with the application').waitFor();
});

test('the flow tells counts and heat, and a chosen variant shows its way', { skip }, async (t) => {
  const page = await open(t, `${lamp}?tab=flow`);
  await page.getByText('71 % of all time, most of it waiting to be taken').waitFor();
  await page.locator('.bpmn-note', { hasText: '↩ 402' }).waitFor();
  await page.getByRole('button', { name: 'Waiting' }).click();
  await isMarked(page, 'handle', 'heat-5');
  await page.keyboard.press('j');
  await isMarked(page, 'supervise', 'flow-off');
  await page.keyboard.press('j');
  await page.waitForURL(/variant=assess\+dispatch\+handle\+verify\+dispatch/);
  await isMarked(page, 'failed', 'flow-way');
  await page.getByRole('button', { name: 'Show all ways' }).click();
  await page.locator('.flow-off').first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Working' }).click();
  assert.match(page.url(), /unit=working/);
  await page.getByLabel('District').selectOption('990106');
  await page.getByText('There are no cases like that').waitFor();
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await page.getByRole('table', { name: 'Steps' }).waitFor();
});

test('a migration tried dry says who stays and why, and a mapping lets them move', { skip }, async (t) => {
  const page = await open(t, `${lamp}?tab=migration`);
  await page.getByText('the other version has no such element').waitFor();
  await isMarked(page, 'inspect', 'cannot-move');
  await page.getByLabel('核查 Goes to').selectOption('verify');
  await page.waitForURL(/map=inspect%3Averify/);
  await isMarked(page, 'inspect', 'can-move');
  assert.equal(await page.locator('.process-total .figure').first().textContent(), '37');
});
