import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../tools/sourceFiles.ts';
import { openBrowser } from './browser.ts';
import { eventually, startPlatform } from './platformProcess.ts';

/** Takes the README's picture of a rule of the fictional city, with a threshold moved and one firm explained. */
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-rule-'));
const platform = await startPlatform(folder, ['--city', path.join(root, 'cities', 'example'), '--mqtt-port', '0']);
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await context.request.post(`${platform.address}/api/session/demo`, {
    data: { account: '600001' },
    headers: { origin: platform.address },
  });
  await eventually(
    'the matches of all firms',
    async () => {
      const answer = await context.request.get(`${platform.address}/api/rules`);
      if (!answer.ok()) return undefined;
      const { matching } = (await answer.json()) as { matching: { entities: number } | null };
      return matching !== null && matching.entities > 0 ? matching : undefined;
    },
    90_000,
  );
  const firms = await context.request.get(`${platform.address}/api/rules/rent-relief/entities?offset=100`);
  const { rows } = (await firms.json()) as { rows: { entity: { region: string; code: string } }[] };
  const entity = rows[0]?.entity;
  await page.goto(`${platform.address}/rules/rent-relief?firm=${entity?.region ?? ''}/${entity?.code ?? ''}`);
  const slider = page.locator('input[type=range]').first();
  await slider.waitFor();
  await slider.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(2500);
  await page.evaluate('document.activeElement?.blur()');
  await page.screenshot({ path: path.join(root, 'docs', 'images', 'rule.png') });
  console.log('docs/images/rule.png');
} finally {
  await browser.close();
  await platform.stop();
  rmSync(folder, { recursive: true, force: true });
}
