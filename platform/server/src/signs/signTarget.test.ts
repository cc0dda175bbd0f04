import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReportList, SignList } from '@yiwang/contract';
import { exampleModels, startTestServer } from '../test/startTestServer.ts';

test('a target that stands in a work report leads to its row, as long as the report is kept', async (t) => {
  const [report] = exampleModels.reports;
  const [indicator] = exampleModels.indicators;
  assert.ok(report && indicator);
  const target = {
    value: 3,
    comparator: 'lt',
    text: { zh: '目标 < 3', en: 'target < 3' },
    source: { zh: '2022 年政府工作报告', en: 'Government Work Report 2022' },
    report: { hash: report.source.hash, row: 's1' },
  } as const;
  const models = { ...exampleModels, indicators: [{ ...indicator, target }] };
  const { call, signIn, server } = await startTestServer(t, { models });
  const headers = { cookie: await signIn('officer'), origin: server.address };
  const get = async <T>(path: string): Promise<T> => (await (await call(path, { headers })).json()) as T;
  const [kept] = (await get<ReportList>('/api/reports')).reports;
  for (const path of ['/api/signs', `/api/signs/${indicator.code}`]) {
    const [sign] = (await get<SignList>(path)).signs;
    assert.deepEqual(sign?.target, { ...target, report: { id: kept?.id, row: 's1' } });
  }
  const withdrawn = await call(`/api/reports/${kept?.id}/withdrawal`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: '示例' }),
  });
  assert.ok(withdrawn.ok, String(withdrawn.status));
  const { report: _gone, ...alone } = target;
  assert.deepEqual((await get<SignList>('/api/signs')).signs[0]?.target, alone);
});
