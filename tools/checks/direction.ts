import { allImports, packageOf } from '../imports.ts';
import type { Finding } from '../sourceFiles.ts';

/**
 * base ← engines ← platform ← console (by the contract, and of the ledger what verifies offline); tests, tools and bench
 * stand above all.
 */
const mayImport: Readonly<Record<string, (to: string, from: string) => boolean>> = {
  base: (to) => to.startsWith('base/'),
  engines: (to, from) => to.startsWith('base/') || to === from,
  platform: (to) => /^(base|engines|platform)\//.test(to),
  console: (to) => ['console', 'platform/contract', 'base/messages', 'base/ledger'].includes(to),
  tools: (to) => to === 'tools' || /^(base|engines|platform)\//.test(to),
  tests: (to) => to === 'tests' || to === 'tools' || /^(base|engines|platform)\//.test(to),
  bench: (to) => /^(base|engines|platform|bench|tests)/.test(to),
  cities: (to, from) => to === from || /^(base|engines|platform)\//.test(to),
};

export function checkDirection(): Finding[] {
  const findings: Finding[] = [];
  const edges = new Map<string, Set<string>>();
  for (const { file, line, specifier, target } of allImports()) {
    if (target === undefined) continue;
    const from = packageOf(file);
    const to = packageOf(target);
    const where = `${file}:${line}`;
    const rule = mayImport[from.split('/')[0] ?? ''];
    if (from === 'platform/contract' && to !== from)
      findings.push({ where, what: `the contract stands alone, but imports ${to}` });
    else if (rule !== undefined && !rule(to, from)) findings.push({ where, what: `${from} may not import ${to}` });
    if (from !== to && specifier.startsWith('.') && !['platform/simulator', 'bench', 'tools', 'tests'].includes(to)) {
      findings.push({ where, what: `reaches into ${to}; import the package by its name` });
    }
    if (from !== to && !file.endsWith('.test.ts')) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  }
  for (const cycle of cycles(edges))
    findings.push({ where: cycle[0] ?? '', what: `packages in a circle: ${cycle.join(' → ')}` });
  return findings;
}

function cycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (at: string, way: string[]): void => {
    const before = way.indexOf(at);
    if (before >= 0) {
      found.push([...way.slice(before), at]);
      return;
    }
    if (done.has(at)) return;
    for (const next of edges.get(at) ?? []) visit(next, [...way, at]);
    done.add(at);
  };
  for (const start of edges.keys()) visit(start, []);
  return found;
}
