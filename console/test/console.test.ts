import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { startFakeApi, type FakeApi } from '../dev/fakeApi.ts';
import { firstCase } from '../dev/fakeCity.ts';
import { reportId } from '../dev/fakeReport.ts';
import { openBrowser, skip } from './browser.ts';
import { buildWhenStale } from './buildWhenStale.ts';
import { sampleModes } from './sampleModes.ts';

let api: FakeApi;
let browser: Browser;
const one = `${firstCase.region}/${firstCase.id}`;

before(async () => {
  if (skip !== false) return;
  buildWhenStale();
  api = await startFakeApi();
  browser = await openBrowser();
});
after(async () => {
  if (skip !== false) return;
  await browser.close();
  api.stop();
});

async function open(path: string, settings: Record<string, string> = {}, phone = false): Promise<Page> {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.addInitScript(
    (kept) => {
      if (localStorage.getItem('yiwang.settings') === null) localStorage.setItem('yiwang.settings', kept);
    },
    JSON.stringify({ language: 'en', theme: 'light', ...settings }),
  );
  await page.goto(api.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

test('who is not signed in signs in by one click and is at the address that was asked for', { skip }, async () => {
  api.signedIn = false;
  const page = await open('/ledger');
  await page.getByRole('button', { name: /Duty officer/ }).click();
  await page.getByRole('heading', { name: 'Ledger' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/ledger');
  await page.context().close();
});

const screens = [
  '/',
  '/?view=table',
  '/cases',
  '/workload',
  `/cases/${one}`,
  '/reports',
  `/reports/${reportId(1)}?row=s26`,
  `/reports/${reportId(3)}`,
  `/reports/compare?ids=${reportId(1)},${reportId(2)}`,
  '/reports/compare',
  '/rules',
  '/rules/rd-grant?firm=990101/x',
  '/rules/rd-grant?view=tests&list=lost',
  '/rules/rd-grant?view=versions&districts=table',
  '/processes',
  '/processes/lamp/lamp',
  '/processes/lamp/lamp?edit=true',
  '/processes/lamp/lamp?tab=versions&side=before',
  '/processes/lamp/lamp?tab=flow&heat=waiting',
  '/processes/lamp/lamp?tab=flow&region=990106',
  '/processes/lamp/lamp?tab=migration',
  '/signs',
  '/signs/level',
  '/ledger',
  '/api-docs',
  '/field',
  `/field/${one}`,
];
const isSoak = process.env['YIWANG_SOAK'] === '1';

test(
  `axe finds nothing on any screen, in ${isSoak ? 'every mode' : 'a sample with every language, theme, size and density'}`,
  { skip },
  async () => {
    api.signedIn = true;
    const found: string[] = [];
    for (const { screen, mode } of sampleModes(screens, isSoak)) {
      const page = await open(screen, mode, screen.startsWith('/field'));
      await page.waitForLoadState('load');
      await page.locator('.load').first().waitFor({ state: 'detached' });
      // the head of dmn-js's row numbers is empty, and not ours to fill
      const { violations } = await new AxeBuilder({ page }).exclude('.dmn-box th.index-column').analyze();
      for (const { id, nodes } of violations)
        found.push(`${Object.values(mode).join(' ')} ${screen} ${id} ${nodes[0]?.html.slice(0, 140)}`);
      await page.context().close();
    }
    assert.deepEqual(found, []);
  },
);

test('each key in the list does what the list says', { skip }, async () => {
  api.signedIn = true;
  const page = await open('/');
  await page.getByRole('slider').waitFor();
  const root = page.locator('html');
  await page.keyboard.press('t');
  assert.equal(await root.getAttribute('data-theme'), 'dark');
  await page.keyboard.press('d');
  assert.equal(await root.getAttribute('data-density'), 'relaxed');
  await page.keyboard.press('z');
  assert.equal(await root.getAttribute('data-text'), 'large');
  await page.keyboard.press('z');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: /Resume/ }).waitFor();
  await page.keyboard.press('ArrowLeft');
  assert.match(page.url(), /at=2026-11-18T01%3A13/);
  await page.keyboard.press('ArrowRight');
  assert.doesNotMatch(page.url(), /at=/);
  await page.keyboard.press('?');
  const listed = await page
    .locator('[data-key]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-key')));
  assert.ok(listed.includes('pause') && listed.includes('goCases') && listed.includes('openDistrict'));
  await page.keyboard.press('Escape');
  const ways = [
    ['g c', '/cases'],
    ['g w', '/workload'],
    ['g r', '/reports'],
    ['g p', '/processes'],
    ['g s', '/signs'],
    ['g l', '/ledger'],
    ['g a', '/api-docs'],
    ['g o', '/'],
    ['g f', '/field'],
  ] as const;
  for (const [press, path] of ways) {
    for (const key of press.split(' ')) await page.keyboard.press(key);
    await page.waitForURL(api.url + path);
  }
  await page.goto(`${api.url}/`);
  await page.getByRole('slider').waitFor();
  await page.keyboard.press('o');
  await page.waitForURL(/\/cases\?state=open&region=990101/);
  await page.getByRole('table').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${api.url}/cases/${one}`);
  await page.goto(`${api.url}/`);
  await page.getByRole('link', { name: /Go and act/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/go=dispatch/);
  await page.keyboard.press('l');
  assert.equal(await root.getAttribute('lang'), 'zh-CN');
  await page.context().close();
});

test('the palette finds an action by its name and runs it', { skip }, async () => {
  api.signedIn = true;
  const page = await open('/');
  await page.getByRole('slider').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('ledger');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${api.url}/ledger`);
  await page.context().close();
});

test('a duty officer dispatches to the proposed team by one click', { skip }, async () => {
  api.signedIn = true;
  const page = await open(`/cases/${one}?go=dispatch`);
  await page.getByRole('button', { name: /Dispatch to Drainage team 3/ }).click();
  await page.getByText('“派遣” done.').waitFor();
  assert.ok(api.orders.some((order) => order.endsWith('/complete')));
  await page.context().close();
});

test(
  'every command of a case is found by typing, asks for what it needs, and is given by the keyboard alone',
  { skip },
  async () => {
    const page = await open(`/cases/${one}`);
    const bodies: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/commands')) bodies.push(request.postData() ?? '');
    });
    const { keyboard } = page;
    await page.getByRole('heading', { name: 'What can be done' }).waitFor();
    await keyboard.press('.');
    await keyboard.type('more time');
    await keyboard.press('Enter');
    const asks = page.getByRole('dialog', { name: /Ask for more time/ });
    await asks.getByLabel(/How much more/).focus();
    await keyboard.type('2');
    await asks.getByLabel(/Legal reason/).focus();
    await keyboard.type('the street must be dug up');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByText('Done: Ask for more time').waitFor();
    await keyboard.press('.');
    await keyboard.type('urge');
    await keyboard.press('Enter');
    const urges = page.getByRole('dialog', { name: 'Urge' });
    await urges.getByLabel(/Reason/).waitFor();
    await urges.getByRole('button', { name: 'Confirm' }).focus();
    await keyboard.press('Enter');
    assert.equal(bodies.length, 1, 'without its reason it is not sent');
    await urges.getByLabel(/Reason/).focus();
    await keyboard.type('rain is coming');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByText('Done: Urge').waitFor();
    // what needs nothing is done at once
    await page.getByRole('button', { name: 'Try again · notify' }).click();
    await page.getByText('Done: Try again').waitFor();
    const [extension, urging, retry] = bodies.map((body) => JSON.parse(body) as Record<string, unknown>);
    assert.deepEqual(
      [extension?.['do'], extension?.['clock'], extension?.['amount'], extension?.['reason'], extension?.['rev']],
      ['extend', 3, 2, 'the street must be dug up', 3],
    );
    assert.deepEqual([urging?.['do'], urging?.['reason']], ['urge', 'rain is coming']);
    assert.deepEqual([retry?.['do'], retry?.['incident']], ['retry', 12]);
    await page.getByText('What can not be done now, and why').click();
    await page.getByText('案件尚未办结').waitFor();
    await page.context().close();
  },
);

test(
  'cases are marked and urged together by the keyboard, and what is refused is said for each',
  { skip },
  async () => {
    const page = await open('/cases?state=open');
    const { keyboard } = page;
    await page.getByRole('table', { name: 'Cases' }).waitFor();
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await keyboard.press(key);
    await page.getByText('3 marked').waitFor();
    await keyboard.press('.');
    await keyboard.type('urge');
    await keyboard.press('Enter');
    await page
      .getByRole('dialog', { name: 'Urge' })
      .getByLabel(/Reason/)
      .focus();
    await keyboard.type('before the rain');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByText('Urge: 2 of 3 done').waitFor();
    await page.getByText('1 refused:').waitFor();
    assert.equal(await page.getByText('3 marked').count(), 0);
    await page.context().close();
  },
);

test('the workload leads to the cases of a person and of a role, by keyboard and back', { skip }, async () => {
  const page = await open('/cases?state=open');
  await page.getByRole('button', { name: /Overdue 15/ }).waitFor();
  for (const key of ['g', 'w']) await page.keyboard.press(key);
  await page.getByText('86 open tasks').waitFor();
  const people = page.getByRole('table', { name: 'By person' });
  await people.getByRole('link', { name: '200001' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/cases\?held=200001&order=due/);
  await page.getByRole('button', { name: /Held by 200001/ }).click();
  await page.waitForURL(/cases\?order=due$/);
  await page.goto(`${api.url}/workload`);
  await page.getByRole('table', { name: 'By role' }).getByRole('link', { name: 'field team' }).click();
  await page.waitForURL(/role=field-team/);
  await page.getByRole('button', { name: /For the role field team/ }).waitFor();
  await page.context().close();
});

test('a view is chosen by its name, and one that the reader keeps is there after a reload', { skip }, async () => {
  const page = await open('/cases?state=open&region=990101');
  const { keyboard } = page;
  await page.getByRole('button', { name: 'Keep as a view' }).click();
  await page.getByLabel('Name').fill('East Bay');
  await keyboard.press('Enter');
  const kept = page.getByRole('button', { name: 'East Bay' });
  assert.equal(await kept.getAttribute('aria-pressed'), 'true');
  await keyboard.press('v');
  await keyboard.type('overdue');
  await keyboard.press('Enter');
  await page.waitForURL(/light=over.*order=due|order=due.*light=over/);
  await page.reload();
  await kept.click();
  await page.waitForURL(/region=990101/);
  await page.getByRole('button', { name: 'Delete this view' }).click();
  await kept.waitFor({ state: 'detached' });
  await page.context().close();
});

test('a field team accepts, photographs and completes on a phone, with targets of 48 px', { skip }, async () => {
  api.signedIn = true;
  const page = await open(`/field/${one}`, {}, true);
  const accept = page.getByRole('button', { name: 'Accept' });
  assert.ok(((await accept.boundingBox())?.height ?? 0) >= 48);
  await accept.click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: Buffer.from('89504e47', 'hex') });
  await page.getByText('✓ Sent').waitFor();
  await page.getByRole('textbox').fill('Pumped dry');
  await page.getByRole('button', { name: 'Complete' }).click();
  await page.getByText('This task is done.').waitFor();
  await page.context().close();
});
