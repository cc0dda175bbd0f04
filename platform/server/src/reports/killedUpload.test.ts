import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Report } from '@yiwang/contract';
import { systemClock } from '@yiwang/clock';
import { findReports, getReport } from '@yiwang/extract';
import { findEntries, verifyBook } from '@yiwang/ledger';
import { migrate, openDatabase, startEmbedded } from '@yiwang/postgres';
import { createAccount } from '../identity/createAccount.ts';
import { saveOrganisations } from '../identity/saveOrganisations.ts';
import { serverMigrations } from '../serverMigrations.ts';
import { cityReportText } from '../test/cityReportText.ts';
import { exampleModels, password, people } from '../test/startTestServer.ts';

const script = fileURLToPath(new URL('../test/serveUntilKilled.ts', import.meta.url));
const rounds = Number(process.env['YIWANG_KILLS'] ?? 5);
const region = '990100';

test('kill -9 while reports come in leaves no half report, and none that was acknowledged is lost', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-killed-'));
  const postgres = await startEmbedded({ folder, settings: { fsync: 'off' } });
  const admin = openDatabase({ connection: { socket: postgres.socket, database: 'postgres' }, size: 1 });
  await admin.query('CREATE DATABASE city');
  await admin.close();
  const db = openDatabase({ connection: { socket: postgres.socket, database: 'city' } });
  let running: ChildProcess | undefined;
  t.after(async () => {
    running?.kill('SIGKILL');
    await db.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrate(db, serverMigrations);
  await saveOrganisations(db, exampleModels.city.organisations);
  await db.transaction((tx) => createAccount(tx, systemClock, { ...people.officer, password }, 'system:test'));

  const acknowledged = new Set<string>();
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    const child = spawn(process.execPath, [script, postgres.socket, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    running = child;
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const address = line.toString().trim();
    const signedIn = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: people.officer.account, password }),
    });
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
    const drop = async (): Promise<void> => {
      const headers = { cookie, origin: address, 'content-type': 'text/plain' };
      const body = `${cityReportText}第${(sent += 1)}次印发。\n`;
      const answer = await fetch(`${address}/api/reports?name=report.txt`, { method: 'POST', headers, body });
      if (answer.status === 201) acknowledged.add(((await answer.json()) as Report).id);
    };
    await drop(); // the thread that reads is warm
    const killed = wait(20 + ((round * 67) % 240)).then(() => child.kill('SIGKILL'));
    while (child.exitCode === null && child.signalCode === null) {
      await Promise.allSettled([drop(), drop()]); // killed meanwhile: not acknowledged
    }
    await killed;
  }

  assert.ok(acknowledged.size >= rounds, `${acknowledged.size} were acknowledged`);
  const reports = await findReports(db, region);
  const there = new Set(reports.map(({ id }) => id));
  assert.deepEqual(
    [...acknowledged].filter((id) => !there.has(id)),
    [],
    'every acknowledged report is there',
  );
  for (const { id, counts } of reports) {
    const { rows, format } = await getReport(db, region, id);
    assert.deepEqual(rows.counts, counts, 'the rows are all there');
    assert.ok(format === 'figures' || rows.tasks.length > 0);
    assert.equal((await findEntries(db, { region, subject: `report:${id}` })).length, 1);
  }
  assert.deepEqual((await verifyBook(db, region)).findings, []);
});
