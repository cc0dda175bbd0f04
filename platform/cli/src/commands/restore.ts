import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { postgresFaults, restore } from '@yiwang/postgres';
import { checkFiles, restoreFiles } from '../backupFiles.ts';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'restore SOURCE --data FOLDER';

/** Makes a data folder out of a backup, all or nothing: every file is compared with the backup's lists first. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { data: { type: 'string' } }, usage, 1);
  const [wanted] = positionals;
  if (wanted === undefined) throw faults.usage({ reason: 'the folder of the backup is missing', usage });
  if (values.data === undefined) throw faults.usage({ reason: '--data, the folder to be made, is missing', usage });
  const [source, data] = [path.resolve(wanted), path.resolve(values.data)];
  if (!existsSync(source)) throw faults.noSuchFile({ file: source });
  if (existsSync(data) && (await readdir(data)).length > 0) throw postgresFaults.targetOccupied({ folder: data });
  const making = `${data}.restoring-${process.pid}`;
  try {
    const files = await checkFiles(source);
    await mkdir(making, { recursive: true, mode: 0o700 });
    await restore(path.join(source, 'database'), making);
    await restoreFiles(source, files, making);
    await rename(making, data);
    console.log(
      languageHere() === 'zh'
        ? `● 已恢复到 ${data}：数据库与 ${files.length} 个文件。可运行 ./yiwang verify --data ${data} 核验台账。`
        : `● ${data}: the database and ${files.length} files. ./yiwang verify --data ${data} checks the ledger.`,
    );
    return 0;
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    throw error;
  }
}
