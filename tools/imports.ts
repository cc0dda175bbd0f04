import path from 'node:path';
import { isSource, read, trackedFiles } from './sourceFiles.ts';

/** `file` imports `specifier`; `target` is the file it means, where it is one of ours. */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
  readonly target: string | undefined;
}

// The formatter puts each statement at the start of a line and the specifier in single quotes, so a pattern is enough.
const statement = /^(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** All imports of the tree, type-only ones included. */
export function allImports(): Import[] {
  const files = trackedFiles();
  const known = new Set(files);
  return files.filter(isSource).flatMap((file) => {
    const text = read(file);
    return [...text.matchAll(statement)].map((match) => {
      const specifier = match[1] ?? match[2] ?? match[3] ?? '';
      const line = text.slice(0, match.index).split('\n').length;
      return { file, line, specifier, target: targetOf(file, specifier, known) };
    });
  });
}

function targetOf(file: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (specifier.startsWith('.')) {
    return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, '')));
  }
  const own = /^@yiwang\/([^/]+)$/.exec(specifier)?.[1];
  if (own === undefined) return undefined;
  return ['base', 'engines', 'platform']
    .map((part) => `${part}/${own}/src/index.ts`)
    .find((candidate) => known.has(candidate));
}

/** `base/ledger`, `console`, `tools`: the package or folder that a file belongs to. */
export function packageOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return ['base', 'engines', 'platform', 'cities'].includes(first) ? `${first}/${second}` : first;
}
