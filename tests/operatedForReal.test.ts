import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { SignList } from '@yiwang/contract';
import { eventually, startPlatform } from './drive/platformProcess.ts';

const main = path.resolve(import.meta.dirname, '../platform/cli/src/main.ts');
const mosquitto = '/usr/bin/mosquitto_pub';

test(
  'a real installation: no one-click sign-in, an account by password, a station whose MQTT value becomes a sign',
  { timeout: 120_000 },
  async (t) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yiwang-real-'));
    const platform = await startPlatform(folder, ['--real']);
    t.after(async () => {
      await platform.kill();
      rmSync(folder, { recursive: true, force: true });
    });
    const yiwang = (args: readonly string[], input = ''): string => {
      const run = spawnSync(process.execPath, [main, ...args, '--data', folder], {
        input,
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C.UTF-8' },
      });
      assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
      return run.stdout;
    };
    const post = (where: string, body: unknown): Promise<Response> =>
      fetch(`${platform.address}${where}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: platform.address },
        body: JSON.stringify(body),
      });

    assert.ok((await post('/api/session/demo', { account: '100001' })).status >= 400, 'a drill’s door is shut');
    yiwang(
      ['account', '100001', '--role', 'duty-officer', '--region', '330100', '--organisation', 'hz.ops'],
      'correct horse battery\n',
    );
    assert.equal((await post('/api/session', { account: '100001', password: 'wrong horse battery' })).status, 401);
    const signedIn = await post('/api/session', { account: '100001', password: 'correct horse battery' });
    assert.ok(signedIn.ok, await signedIn.text());
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';

    const said = yiwang([
      'station',
      '一号测点',
      '--property',
      'water-level',
      '--unit',
      'm',
      '--region',
      '330106',
      '--at',
      '120.13,30.26',
      '--organisation',
      'hz.water',
    ]);
    const [, datastream = ''] = /datastream (\S+)/.exec(said) ?? [];
    const [, username = ''] = /username +(\S+)/.exec(said) ?? [];
    const [, token = ''] = /token +(\S+)/.exec(said) ?? [];
    const topic = `v1.1/Datastreams(${datastream})/Observations`;
    const [, port = ''] = /mqtt:\/\/127\.0\.0\.1:(\d+)/.exec(platform.output()) ?? [];

    await t.test(
      'published with mosquitto_pub',
      { skip: existsSync(mosquitto) ? false : 'mosquitto_pub is not installed' },
      () => {
        const publish = (password: string): number | null =>
          spawnSync(
            mosquitto,
            [
              '-h',
              '127.0.0.1',
              '-p',
              port,
              '-u',
              username,
              '-P',
              password,
              '-q',
              '1',
              '-t',
              topic,
              '-m',
              '{"result": 0.07}',
            ],
            { timeout: 10_000 },
          ).status;
        assert.equal(publish(token), 0);
        assert.notEqual(publish('forged'), 0, 'a forged token is refused');
      },
    );
    if (!existsSync(mosquitto)) {
      const sent = await fetch(`${platform.address}/sta/v1.1/Observations`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${username}:${token}`).toString('base64')}`,
        },
        body: JSON.stringify({ result: 0.07, Datastream: { '@iot.id': datastream } }),
      });
      assert.equal(sent.status, 201, await sent.text());
    }
    const sign = await eventually('the sign of the district', async () => {
      const answer = await fetch(`${platform.address}/api/signs?region=330106`, { headers: { cookie } });
      const { signs } = (await answer.json()) as SignList;
      return signs.find((one) => one.indicator === 'water-level' && one.value !== null);
    });
    assert.deepEqual([sign.value, sign.light, sign.simulated], [0.07, 'ok', false]);
  },
);
