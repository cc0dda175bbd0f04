import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, ReportList } from '@yiwang/contract';
import { findEntries } from '@yiwang/ledger';
import { prepareModels } from '../prepareModels.ts';
import { cityReportText } from '../test/cityReportText.ts';
import { exampleModels, startTestServer } from '../test/startTestServer.ts';

test('a city’s figures are there at once, and the text that is dropped in comes to them', async (t) => {
  const { db, clock, call, signIn, server } = await startTestServer(t);
  const headers = { cookie: await signIn('officer'), origin: server.address };
  const list = async () => ((await (await call('/api/reports', { headers })).json()) as ReportList).reports;
  const [figures] = await list();
  assert.deepEqual(
    [figures?.format, figures?.year, figures?.addedBy, figures?.counts.facts],
    ['figures', 2022, 'system:city', 7],
  );
  await prepareModels(db, clock, exampleModels);
  assert.equal((await list()).length, 1, 'a second start adds nothing');
  const way = `/api/reports/${figures?.id}`;
  const json = { ...headers, 'content-type': 'application/json' };
  const correction = { row: 's6', reason: '去掉动词', fields: { metric: '细颗粒物平均浓度' } };
  const corrected = await call(`${way}/corrections`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(correction),
  });
  assert.equal(((await corrected.json()) as Report).text, null);

  const dropped = await call('/api/reports?name=report.txt', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'text/plain' },
    body: cityReportText,
  });
  const report = (await dropped.json()) as Report;
  assert.deepEqual([dropped.status, report.id, report.text], [201, figures?.id, cityReportText]);
  const row = report.statements.find(({ id }) => id === 's6');
  assert.equal(row?.metric, '细颗粒物平均浓度');
  assert.equal(cityReportText.slice(row.span.start, row.span.end), '31微克/立方米');
  assert.ok(report.tasks.length > 0, 'the text brings the tasks');
  await prepareModels(db, clock, exampleModels);
  assert.equal(
    ((await (await call(way, { headers })).json()) as Report).text,
    cityReportText,
    'it stays at the next start',
  );
  const kinds = (await findEntries(db, { region: '990100', subject: `report:${figures?.id}` })).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['report.added', 'report.corrected', 'report.completed']);
});
