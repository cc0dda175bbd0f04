import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../tools/sourceFiles.ts';
import { openBrowser } from './browser.ts';
import { signInAs } from './person.ts';
import { eventually, startPlatform } from './platformProcess.ts';

const invented = path.join(root, 'fixtures', 'reports', 'example-2031.txt');

/** Adds the invented report as an officer does, and gives its id. */
async function addReport(address: string): Promise<string> {
  const session = await fetch(`${address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ account: '100001' }),
  });
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const answer = await fetch(`${address}/api/reports?name=example-2031.txt`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', origin: address, cookie },
    body: readFileSync(invented),
  });
  const { id } = (await answer.json()) as { id: string };
  return id;
}

/** Takes the README's pictures of a running drill, as the case stands with the team. */
const images = path.join(root, 'docs', 'images');
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-pictures-'));
mkdirSync(images, { recursive: true });
const platform = await startPlatform(folder, ['--drill-after', '10']);
const browser = await openBrowser();
try {
  const officer = await signInAs(platform.address, '100001');
  const [one] = await eventually(
    'a case',
    async () => {
      const cases = await officer.openCases();
      return cases.length > 0 ? cases : undefined;
    },
    60_000,
  );
  if (one === undefined) throw new RangeError('no case');
  const detail = await officer.caseOf(one);
  const task = detail.tasks.find(({ element, state }) => element === 'dispatch' && state === 'open');
  const team = detail.proposals[0]?.organisation ?? '';
  const member = String(200_000 + Number(/\.team(\d+)$/.exec(team)?.[1]));
  const open = async (account: string, width: number, height: number, theme: 'light' | 'dark'): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      locale: 'zh-CN',
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    const answer = await context.request.post(`${platform.address}/api/session/demo`, {
      data: { account },
      headers: { origin: platform.address },
    });
    if (!answer.ok()) throw new RangeError(`sign-in: ${answer.status()}`);
    return page;
  };
  const take = async (page: Page, where: string, name: string): Promise<void> => {
    await page.goto(`${platform.address}${where}`);
    await page.waitForTimeout(3000);
    await page.screenshot({ path: path.join(images, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
  await take(await open('100001', 1440, 900, 'light'), '/', 'one-screen');
  await take(await open('100001', 1440, 900, 'dark'), '/', 'one-screen-dark');
  if (task !== undefined) {
    if (task.actions.includes('claim')) await officer.claim(detail, task);
    await officer.complete(detail, task, { team });
  }
  const added = await addReport(platform.address);
  await take(await open('100001', 1440, 900, 'light'), `/reports/${added}`, 'report');
  await take(await open('100001', 1440, 900, 'light'), `/cases/${one.region}/${one.id}`, 'case');
  await take(await open(member, 390, 844, 'light'), `/field/${one.region}/${one.id}`, 'field');
} finally {
  await browser.close();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
}
