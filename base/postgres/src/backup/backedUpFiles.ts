import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folders whose contents a server makes anew (PostgreSQL manual, 26.3.4.3); pg_wal is copied apart. */
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]);
const leftOut = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*)$/;

/** Files and folders of a data folder that belong to a backup, as paths below it; folders end with `/`. */
export async function listBackedUpFiles(data: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(data, below), { withFileTypes: true })) {
      if (leftOut.test(entry.name)) continue;
      const at = path.posix.join(below, entry.name);
      if (entry.isFile()) found.push(at);
      if (!entry.isDirectory()) continue;
      found.push(`${at}/`);
      if (!emptied.has(at)) await walk(at);
    }
  };
  await walk('');
  const control = 'global/pg_control'; // last: it must not tell of a checkpoint before what was copied
  return [...found.filter((file) => file !== control), control];
}
