import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';

/** What can be told of a process: gone (or a zombie), or alive with its command line and, where it may be read, folder. */
export type ProcessState =
  { readonly alive: false } | { readonly alive: true; readonly command: string; readonly folder?: string };

const gone = { alive: false } as const;

function readIfAllowed(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined; // gone meanwhile, or not ours to look at
  }
}

/** By /proc on Linux, by `ps` where there is none (macOS). */
export function processState(pid: number): ProcessState {
  if (!Number.isInteger(pid) || pid <= 0) return gone;
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessState {
  const stat = readIfAllowed(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return gone;
  const state = stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  if (state === 'Z' || state === 'X') return gone;
  const command = readIfAllowed(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')) ?? '';
  // without CAP_SYS_PTRACE even root can't read this of another account's process
  const folder = readIfAllowed(() => readlinkSync(`/proc/${pid}/cwd`));
  return { alive: true, command: command.replaceAll('\0', ' '), ...(folder === undefined ? {} : { folder }) };
}

export function fromPs(pid: number): ProcessState {
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' });
  const [, stat, command] = /^\s*(\S+)\s+(.*)$/m.exec(stdout ?? '') ?? [];
  if (stat === undefined || stat.startsWith('Z')) return gone;
  return { alive: true, command: command ?? '' };
}
