import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '@yiwang/contract';
import { cityReportText } from '../test/cityReportText.ts';
import { seededRandom } from '../test/seededRandom.ts';
import { startTestServer } from '../test/startTestServer.ts';

const random = seededRandom(20_261_123);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const rounds = Number(process.env['YIWANG_FUZZ'] ?? 120);
const rateLimits = { perAddress: 1_000_000, perAccount: 1_000_000 };

const texts = [
  '',
  '岗位',
  '万亿元',
  '%',
  '=1',
  '\0',
  '\ud800',
  '𝄞',
  'x'.repeat(50),
  '2022',
  '2017-2021',
  'ge',
  'rank',
  'target',
];
const values: readonly unknown[] = [0, -1, 1e15, 1e16, 1e300, 0.1, [1, 2], [], null, ...texts];
const fields = ['kind', 'metric', 'value', 'unit', 'comparator', 'change', 'period', 'verb', 'object', '__proto__'];
const rows = ['s1', 's6', 's11', 's99', 't1', 't2', 'y1', 'l1', 'a1', 'x', '', 's0'];

/** A request to correct that is right now and then. */
function correction(): unknown {
  const names = Array.from({ length: Math.floor(random() * 3) }, () => pick(fields));
  const given = random() < 0.2 ? null : Object.fromEntries(names.map((name) => [name, pick(values)]));
  return { row: pick(rows), reason: pick(texts), fields: given };
}

/** A report some of whose bytes are others, cut anywhere. */
function torn(): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(cityReportText);
  for (let n = Math.floor(random() * 8); n > 0; n -= 1)
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return bytes.subarray(Math.floor(random() * 20), Math.floor(bytes.length * random()));
}

test('whatever is corrected, chosen or dropped, the server answers and the reports can be read', async (t) => {
  const { call, signIn, server } = await startTestServer(t, { rateLimits });
  const headers = { cookie: await signIn('officer'), origin: server.address };
  const drop = (body: string | Buffer<ArrayBuffer>) =>
    call('/api/reports?name=x.txt', { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body });
  const { id } = (await (await drop(cityReportText)).json()) as Report;
  let taken = 0;
  for (let round = 0; round < rounds; round++) {
    const [way, body] = pick<readonly [string, () => unknown]>([
      ['corrections', correction],
      ['corrections', correction],
      ['choices', () => ({ ambiguity: pick(rows), reading: pick(values), reason: pick(texts) })],
    ]);
    const json = JSON.stringify(body());
    const answer = await call(`/api/reports/${id}/${way}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: json,
    });
    const said = await answer.text();
    assert.ok(answer.status < 500, `${way} ${json}: ${said}`);
    if (answer.status === 200) taken += 1;
    if (round % 3 !== 0) continue;
    const dropped = await drop(torn());
    assert.ok(dropped.status < 500, await dropped.text());
  }
  const digits = '9'.repeat(400);
  const large = await drop(
    `${cityReportText.repeat(40)}企业由${digits}家增加到${digits}家，增长${digits}%—${digits}%。\n`,
  );
  assert.equal(large.status, 201, 'numbers of hundreds of digits are no figures');
  assert.ok(taken > 5, `${taken} were right`);
  for (const way of ['', '/export?format=csv', '/export?format=xlsx', '/export?format=json']) {
    assert.equal((await call(`/api/reports/${id}${way}`, { headers })).status, 200, way);
  }
});
