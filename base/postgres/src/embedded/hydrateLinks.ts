import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The binaries' package can not ship links, so its install script makes them, which `npm --ignore-scripts` leaves out. */
interface Link {
  readonly source: string;
  readonly target: string;
}

function missingLinks(root: string): Link[] {
  const links = JSON.parse(readFileSync(path.join(root, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  return links.filter(({ target }) => lstatSync(path.join(root, target), { throwIfNoEntry: false }) === undefined);
}

function programsThatCanNotRun(root: string): string[] {
  const bin = path.join(root, 'native', 'bin');
  return readdirSync(bin)
    .map((name) => path.join(bin, name))
    .filter((file) => (statSync(file).mode & 0o111) !== 0o111);
}

export function isHydrated(root: string): boolean {
  return missingLinks(root).length === 0 && programsThatCanNotRun(root).length === 0;
}

/** Makes the missing library links of a copy of the binaries' package. Two processes may do it at once. */
export function hydrateLinks(root: string): void {
  for (const { source, target } of missingLinks(root)) {
    const link = path.join(root, target);
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was first
    }
  }
  for (const program of programsThatCanNotRun(root)) chmodSync(program, 0o755);
}
