import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@yiwang/clock';
import { createDrill } from '../../simulator/src/index.ts';
import { feedDrill } from './drillFeed.ts';

test('a server that hangs up in the middle of its answers does not take the drill with it', async (t) => {
  let cut = 0;
  const server = createServer((request, response) => {
    if (request.url === '/api/session/demo') {
      response.setHeader('set-cookie', 'yiwang=x; Path=/').end('{}');
      return;
    }
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"cases": [', () => setTimeout(() => response.destroy(), 50));
    cut += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const drill = createDrill({
    seed: 1,
    regions: [{ code: '990101', lon: 100, lat: 30 }],
    clock: systemClock,
    storyRegion: '990101',
    storyAfterSeconds: 60,
    organisationOf: () => 'ex.ops',
  });
  const { port } = server.address() as AddressInfo;
  const device = { account: '500001', token: 'x' };
  const feed = feedDrill(drill, systemClock, `http://127.0.0.1:${port}`, device, '400001');
  await wait(2_500);
  assert.ok(cut > 2);
  await feed.stop();
});
