import { builtinModules } from 'node:module';
import { allImports, packageOf } from '../imports.ts';
import { read, trackedFiles, type Finding } from '../sourceFiles.ts';

interface Manifest {
  name: string;
  description?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const builtin = new Set(builtinModules);
const nameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Imports = manifests = tree: what is imported is declared, what is declared is imported, versions are exact. */
export function checkManifests(): Finding[] {
  const files = trackedFiles();
  const manifests = new Map(
    files
      .filter((file) => /^((base|engines|platform)\/[^/]+|console)\/package\.json$|^package\.json$/.test(file))
      .map((file) => [file === 'package.json' ? '' : packageOf(file), JSON.parse(read(file)) as Manifest] as const),
  );
  const rootManifest = manifests.get('');
  const used = new Map<string, Set<string>>();
  const findings: Finding[] = [];
  for (const { file, line, specifier } of allImports()) {
    if (specifier.startsWith('.') || specifier.startsWith('node:') || builtin.has(specifier)) continue;
    const owner = packageOf(file);
    const name = nameOf(specifier);
    const manifest = manifests.get(owner);
    if (manifest === undefined) continue; // tools, bench, cities: folders without a manifest
    used.set(owner, (used.get(owner) ?? new Set()).add(name));
    if (name === manifest.name) continue;
    const test = /\.test\.tsx?$|\/(test|dev|soak|conformance)\//.test(file) || file.endsWith('vite.config.ts');
    const declared =
      manifest.dependencies?.[name] ??
      manifest.optionalDependencies?.[name] ??
      (test ? (manifest.devDependencies?.[name] ?? rootManifest?.devDependencies?.[name]) : undefined);
    if (declared === undefined)
      findings.push({ where: `${file}:${line}`, what: `${name} is not declared in ${owner}/package.json` });
  }
  for (const [owner, manifest] of manifests) {
    const where = owner === '' ? 'package.json' : `${owner}/package.json`;
    for (const list of [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]) {
      for (const [name, version] of Object.entries(list ?? {})) {
        if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
          findings.push({ where, what: `${name}: ${version} is no exact version` });
      }
    }
    if (owner === '') continue;
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (used.get(owner)?.has(name) !== true) findings.push({ where, what: `${name} is declared but not imported` });
    }
    if (manifest.description === undefined) findings.push({ where, what: 'has no description' });
    if (!files.some((file) => packageOf(file) === owner && /\.tsx?$/.test(file)))
      findings.push({ where, what: 'a package without content' });
  }
  return findings;
}
