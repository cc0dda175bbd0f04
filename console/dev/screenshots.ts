import { openBrowser } from '../test/browser.ts';
import { startFakeApi } from './fakeApi.ts';
import { reportId } from './fakeReport.ts';
import { firstCase } from './fakeCity.ts';

/** Pictures of the screens to look at: `node console/dev/screenshots.ts FOLDER`. */
const folder = process.argv[2] ?? 'console/dist';
const api = await startFakeApi();
api.signedIn = true;
const browser = await openBrowser();
const one = `/cases/${firstCase.region}/${firstCase.id}`;
const shots = [
  ['screen-dark', '/', { theme: 'dark', language: 'zh' }],
  ['screen-light-en', '/', { theme: 'light', language: 'en' }],
  ['screen-large', '/', { theme: 'light', language: 'zh', text: 'large' }],
  ['case', one, { theme: 'light', language: 'zh' }],
  ['cases', '/cases?state=open', { theme: 'dark', language: 'en' }],
  ['queue', '/cases?light=over&order=due', { theme: 'light', language: 'zh' }],
  ['workload', '/workload', { theme: 'light', language: 'zh' }],
  ['workload-dark-en', '/workload', { theme: 'dark', language: 'en' }],
  ['open-case', '/open/licence/placeLicence', { theme: 'light', language: 'zh' }],
  ['sign', '/signs/level', { theme: 'light', language: 'zh' }],
  ['reports', '/reports', { theme: 'light', language: 'zh' }],
  ['report', `/reports/${reportId(1)}?row=s19`, { theme: 'light', language: 'zh' }],
  ['report-dark-en', `/reports/${reportId(1)}?row=s26`, { theme: 'dark', language: 'en' }],
  ['compare', `/reports/compare?ids=${[1, 2, 3].map(reportId).join(',')}`, { theme: 'light', language: 'zh' }],
  ['rules', '/rules', { theme: 'light', language: 'zh' }],
  ['rule', '/rules/rd-grant?firm=990101/x', { theme: 'light', language: 'zh' }],
  ['rule-dark-en', '/rules/rd-grant?view=tests', { theme: 'dark', language: 'en' }],
  ['processes', '/processes', { theme: 'light', language: 'zh' }],
  ['process', '/processes/lamp/lamp', { theme: 'light', language: 'zh' }],
  ['process-edit', '/processes/lamp/lamp?edit=true', { theme: 'dark', language: 'zh' }],
  ['process-versions', '/processes/lamp/lamp?tab=versions', { theme: 'light', language: 'en' }],
  ['process-flow', '/processes/lamp/lamp?tab=flow&heat=waiting', { theme: 'light', language: 'zh' }],
  ['process-flow-dark-en', '/processes/lamp/lamp?tab=flow&heat=again', { theme: 'dark', language: 'en' }],
  ['process-migration', '/processes/lamp/lamp?tab=migration', { theme: 'light', language: 'zh' }],
  ['field', `/field/${firstCase.region}/${firstCase.id}`, { theme: 'light', language: 'zh' }],
] as const;
for (const [name, path, settings] of shots) {
  const page = await browser.newPage({
    viewport: name === 'field' ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  });
  await page.addInitScript((kept) => localStorage.setItem('yiwang.settings', kept), JSON.stringify(settings));
  await page.goto(api.url + path);
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}
await browser.close();
api.stop();
