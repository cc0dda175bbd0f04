import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { connectionConfig, type DatabaseOptions } from '../connectionConfig.ts';
import { connectionFault } from '../connectionFault.ts';
import { postgresFaults as faults } from '../faults.ts';
import { listBackedUpFiles } from './backedUpFiles.ts';
import { copyFile, type CopiedFile } from './copyFile.ts';

export interface BackupOptions {
  readonly connection: DatabaseOptions['connection'];
  /** The folder that the embedded server was started on. */
  readonly folder: string;
  /** A folder that is not there yet; it appears when the backup is complete. */
  readonly target: string;
}

export interface Backup {
  readonly files: number;
  readonly bytes: number;
  /** What was committed up to this place of the log is in the backup. */
  readonly stopLsn: string;
}

/** What `manifest.json` of a backup says. */
export interface Manifest {
  readonly format: 1;
  readonly serverVersion: string;
  readonly stopLsn: string;
  readonly folders: readonly string[];
  readonly files: readonly CopiedFile[];
}

/**
 * Copies a running cluster with the log that makes it whole, while it goes on working.
 * @throws postgres.backupElsewhere for a server that is not the embedded one; postgres.targetOccupied;
 * postgres.unreachable
 */
export async function backup({ connection, folder, target }: BackupOptions): Promise<Backup> {
  if (typeof connection === 'string') throw faults.backupElsewhere();
  if (existsSync(target)) throw faults.targetOccupied({ folder: target });
  const client = new pg.Client(connectionConfig({ connection, statementTimeout: 0 }));
  client.on('error', () => undefined); // the statement under way is told too
  const partial = `${path.resolve(target)}.partial-${process.pid}`;
  try {
    await client.connect();
    await mkdir(path.join(partial, 'pg'), { recursive: true, mode: 0o700 });
    const manifest = await copyCluster(client, path.join(folder, 'pg'), path.join(partial, 'pg'));
    await writeWhole(path.join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(partial, target);
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0);
    return { files: manifest.files.length, bytes, stopLsn: manifest.stopLsn };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw connectionFault(error);
  } finally {
    await client.end();
  }
}

async function copyCluster(client: pg.Client, data: string, to: string): Promise<Manifest> {
  // the slot holds back the log that a checkpoint would recycle during the copy; it goes with the connection
  await client.query(`SELECT pg_create_physical_replication_slot('yiwang_backup_' || pg_backend_pid(), true, true)`);
  const { rows: begun } = await client.query<{ wal: string }>(
    `SELECT pg_walfile_name(pg_backup_start('yiwang', true)) AS wal`,
  );
  const files: CopiedFile[] = [];
  const folders: string[] = [];
  for (const name of await listBackedUpFiles(data)) {
    if (name.endsWith('/')) {
      folders.push(name);
      await mkdir(path.join(to, name), { recursive: true, mode: 0o700 });
      continue;
    }
    const copied = await copyFile(path.join(data, name), path.join(to, name), name);
    if (copied !== undefined) files.push(copied);
  }
  const { rows: ended } = await client.query<{ lsn: string; wal: string; label: string; version: string }>(
    `SELECT lsn::text, pg_walfile_name(lsn) AS wal, labelfile AS label, current_setting('server_version') AS version
     FROM pg_backup_stop(true)`,
  );
  const [start, stop] = [begun[0]?.wal ?? '', ended[0]];
  if (stop === undefined) throw faults.backupDamaged({ file: 'backup_label' });
  for (const segment of await readdir(path.join(data, 'pg_wal'))) {
    if (!/^[0-9A-F]{24}$/.test(segment) || segment < start || segment > stop.wal) continue;
    const name = `pg_wal/${segment}`;
    const copied = await copyFile(path.join(data, name), path.join(to, name), name);
    if (copied !== undefined) files.push(copied);
  }
  await writeWhole(path.join(to, 'backup_label'), stop.label);
  files.push({
    path: 'backup_label',
    size: Buffer.byteLength(stop.label),
    sha256: createHash('sha256').update(stop.label).digest('hex'),
  });
  return { format: 1, serverVersion: stop.version, stopLsn: stop.lsn, folders, files };
}

async function writeWhole(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
