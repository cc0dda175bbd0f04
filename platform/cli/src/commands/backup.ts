import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { backup, findEmbedded, postgresFaults } from '@yiwang/postgres';
import { backUpFiles } from '../backupFiles.ts';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'backup TARGET [--data FOLDER]';

/**
 * Copies the database, the uploaded files and the ledger's signing key into a folder that is not there yet, while the platform
 * goes on working. The folder appears when all of it is complete and on the disk.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { data: dataOption }, usage, 1);
  const [wanted] = positionals;
  if (wanted === undefined) throw faults.usage({ reason: 'the folder of the backup is missing', usage });
  const [target, data] = [path.resolve(wanted), path.resolve(values.data)];
  if ((process.env['DATABASE_URL'] ?? '') !== '') throw postgresFaults.backupElsewhere();
  if (existsSync(target)) throw postgresFaults.targetOccupied({ folder: target });
  if (`${target}${path.sep}`.startsWith(`${data}${path.sep}`)) {
    throw faults.usage({ reason: 'a backup within the data folder would be lost with it', usage });
  }
  const database = await reachPlatformDatabase(data);
  const partial = `${target}.partial-${process.pid}`;
  try {
    const socket = findEmbedded(data)?.socket;
    if (socket === undefined) throw faults.noData({ folder: data });
    await mkdir(partial, { recursive: true, mode: 0o700 });
    const made = await backup({
      connection: { socket, database: 'postgres' },
      folder: data,
      target: path.join(partial, 'database'),
    });
    const files = await backUpFiles(data, partial);
    await rename(partial, target);
    const bytes = made.bytes + files.reduce((sum, { size }) => sum + size, 0);
    const megabytes = (bytes / 1e6).toFixed(1);
    console.log(
      languageHere() === 'zh'
        ? `● 已备份到 ${target}：数据库（到 ${made.stopLsn}）与 ${files.length} 个文件，共 ${megabytes} MB。内含签名密钥，请妥善保管。`
        : `● ${target}: the database up to ${made.stopLsn} and ${files.length} files, ${megabytes} MB. It holds the signing key: keep it safe.`,
    );
    return 0;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    await database.close();
  }
}
