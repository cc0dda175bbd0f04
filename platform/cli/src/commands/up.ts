import path from 'node:path';
import { systemClock } from '@yiwang/clock';
import { migrate } from '@yiwang/postgres';
import {
  createAccount,
  decideInstallation,
  isDemoInstallation,
  issueDeviceToken,
  loadModels,
  serverMigrations,
  startServer,
  stopOnSignals,
  type Server,
} from '@yiwang/server';
import { builtConsole } from '../consoleBuild.ts';
import { feedDrill, prepareDrill, type Feed } from '../drillFeed.ts';
import { fillRegisters } from '../fillRegisters.ts';
import { openPlatformDatabase } from '../openPlatformDatabase.ts';
import { numberOption, readOptions } from '../readOptions.ts';
import { root } from '../runTool.ts';

const usage =
  'up [--data FOLDER] [--port N] [--mqtt-port N] [--host ADDRESS] [--city FOLDER] [--real] [--drill-after SECONDS] [--firms N]';

/** The whole platform in this process, until Ctrl-C. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readOptions(
    args,
    {
      data: { type: 'string', default: process.env['YIWANG_DATA'] ?? path.join(root, '.yiwang', 'data') },
      port: { type: 'string', default: process.env['YIWANG_PORT'] ?? '8400' },
      'mqtt-port': { type: 'string', default: process.env['YIWANG_MQTT_PORT'] ?? '1883' },
      host: { type: 'string', default: '127.0.0.1' },
      city: { type: 'string', default: path.join(root, 'cities', 'hangzhou') },
      real: { type: 'boolean', default: false },
      'drill-after': { type: 'string', default: '40' },
      firms: { type: 'string', default: '50000' },
    },
    usage,
  );
  const port = numberOption(values.port, 'port', 0, 65_535, usage);
  const mqttPort = numberOption(values['mqtt-port'], 'mqtt-port', 0, 65_535, usage);
  const afterSeconds = numberOption(values['drill-after'], 'drill-after', 1, 86_400, usage);
  const firms = numberOption(values.firms, 'firms', 0, 1_529_000, usage);
  const data = path.resolve(values.data);
  const consoleFolder = builtConsole();
  const database = await openPlatformDatabase(data);
  const { db, embedded } = database;
  let server: Server | undefined;
  let feed: Feed | undefined;
  let filling: Promise<unknown> | undefined;
  try {
    await migrate(db, serverMigrations);
    await decideInstallation(db, systemClock, embedded && !values.real ? 'demo' : 'real');
    const demo = embedded && (await isDemoInstallation(db));
    const models = loadModels(path.resolve(values.city), demo);
    const drill = demo ? await prepareDrill(db, systemClock, { models, afterSeconds }) : undefined;
    const running = await startServer({
      db,
      clock: systemClock,
      models,
      host: values.host,
      port,
      mqttPort,
      embedded,
      dataFolder: data,
      consoleFolder,
      log: { level: process.env['YIWANG_LOG'] ?? 'warn' },
    });
    server = running;
    if (drill !== undefined) {
      const device = { account: '500001', roles: ['device'], region: models.city.code, organisation: models.city.duty };
      const token = await db.transaction(async (tx) => {
        for (const { account, role, region, organisation } of models.city.demoAccounts) {
          await createAccount(tx, systemClock, { account, roles: [role], region, organisation }, 'system:drill');
        }
        await createAccount(tx, systemClock, device, 'system:drill');
        return issueDeviceToken(tx, systemClock, device, 'system:drill');
      });
      const watcher = models.city.demoAccounts.find(({ role }) => role === 'supervisor')?.account ?? '400001';
      feed = feedDrill(drill, systemClock, running.address, { account: device.account, token }, watcher);
    }
    console.log(
      `一网 Yiwang · ${models.city.name.zh} ${models.city.name.en}\n\n  ${running.address}\n${running.mqttAddress === undefined ? '' : `  ${running.mqttAddress}\n`}`,
    );
    if (demo) console.log('演练：一切数据均为模拟。A drill: all data are simulated. Ctrl-C 停止 stops it.');
    // Behind the address, for it takes some seconds: the rules' numbers come when the firms are there.
    if (demo) {
      filling = fillRegisters(db, systemClock, models, firms).catch((error: unknown) => {
        console.error(
          `名录未能载入 The register was not filled: ${error instanceof Error ? error.message : String(error)}`,
        );
      });
    }
    await new Promise<void>((resolve, reject) => {
      stopOnSignals(async () => {
        await feed?.stop();
        await filling;
        await running.close();
        await database.close();
        resolve();
      }, reject);
    });
    return 0;
  } catch (error) {
    await feed?.stop();
    await server?.close();
    await database.close();
    throw error;
  }
}
