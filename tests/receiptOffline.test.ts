import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { manualClock } from '@yiwang/clock';
import {
  appendEntries,
  chooseAlgorithm,
  createSigningKey,
  findEntries,
  findVerifiers,
  ledgerMigrations,
  receiptFor,
  startSequencer,
} from '@yiwang/ledger';
import { testDatabase } from '@yiwang/postgres';
import type { Browser } from 'playwright-core';
import { browserProgram, openBrowser } from './drive/browser.ts';

const root = path.join(import.meta.dirname, '..');
const skip = existsSync(browserProgram) ? false : 'there is no Chromium';
let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-receipt-'));

before(async () => {
  if (skip !== false) return;
  execFileSync(path.join(root, 'yiwang'), ['build']);
  browser = await openBrowser();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  if (skip === false) await browser.close();
});

const page = (receipt: string): string =>
  readFileSync(path.join(root, 'console/dist/receipt.html'), 'utf8').replace(
    /(<script type="application\/json" id="receipt">)[^<]*/,
    (_, open: string) => `${open}${receipt.replaceAll('<', '\\u003c')}`,
  );

/** Opens a kept page from the disk, with the network off, and says what it shows. */
async function shown(receipt: string, pasted?: string): Promise<{ verdict: string; entries: string[] }> {
  const file = path.join(folder, 'receipt.html');
  writeFileSync(file, page(receipt));
  const context = await browser.newContext({ offline: true });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(file).href);
  if (pasted !== undefined) await tab.locator('#paste').fill(pasted);
  await tab.waitForFunction("/[✓✗]/.test(document.querySelector('#verdict')?.textContent ?? '')");
  const verdict = (await tab.locator('#verdict').textContent()) ?? '';
  const entries = await tab.locator('#entries li').allTextContents();
  await context.close();
  return { verdict, entries };
}

for (const algorithm of ['sha-256', 'sm3'] as const)
  test(
    `a kept receipt is verified from the disk without a network, by ${algorithm}, and one changed letter is named`,
    { skip },
    async (t) => {
      const db = await testDatabase(t, [ledgerMigrations]);
      const clock = manualClock('2026-11-22T01:00:00Z');
      const region = '990102';
      await chooseAlgorithm(db, region, algorithm);
      const subject = 'case:1';
      const body = { number: '990102-20261122-0001', seq: 1, element: 'start', digest: 'aa' };
      await db.transaction((tx) =>
        appendEntries(tx, clock, [
          { region, kind: 'case.opened', actor: 'account:100001', subject, body },
          {
            region,
            kind: 'task.completed',
            actor: 'account:100012',
            subject,
            body: { ...body, seq: 2 },
            reason: '<材料齐全>',
          },
        ]),
      );
      const sequencer = await startSequencer(db, clock, { key: createSigningKey('990100') });
      while ((await db.query('SELECT 1 FROM ledger.inbox')).length > 0)
        await new Promise((wait) => setTimeout(wait, 20));
      await sequencer.stop();
      const receipts = [];
      for (const { id } of await findEntries(db, { region, subject })) receipts.push(await receiptFor(db, region, id));
      const verifiers = await findVerifiers(db);
      const receipt = { format: 'yiwang-case-receipt/1', number: body.number, receipts, verifiers };
      const text = JSON.stringify(receipt);

      const good = await shown(text);
      assert.match(good.verdict, /✓ 全部 2 条属实/);
      assert.equal(good.entries.length, 2);

      const changed = await shown(text.replace('account:100012', 'account:100013'));
      assert.match(changed.verdict, /✗ 1 条不符/);
      assert.match(changed.entries[0] ?? '', /✓/);
      assert.match(changed.entries[1] ?? '', /✗.*内容被改过/s);

      const forged = await shown(text.replaceAll('990100/990102', '990100/990103'));
      assert.match(forged.verdict, /✗ 2 条不符/);
      assert.match(forged.entries[0] ?? '', /检查点被改过/);

      // a receipt that is brought to the page can not bring its own key
      const other = createSigningKey('990100');
      const foreign = { ...receipt, verifiers: [{ name: other.name, keyId: other.keyId, publicKey: other.publicKey }] };
      const pasted = await shown(JSON.stringify({ ...foreign, receipts: [] }), text);
      assert.match(pasted.verdict, /✗ 2 条不符/);
      assert.match(pasted.entries[0] ?? '', /公钥不在此页/);
      // what a QR code says is a receipt of one entry without keys
      const short = await shown(text, JSON.stringify({ ...receipt, receipts: receipts.slice(1), verifiers: [] }));
      assert.match(short.verdict, /✓ 全部 1 条属实/);
      assert.match((await shown(text, 'hello')).verdict, /✗ 格式不对/);
    },
  );
