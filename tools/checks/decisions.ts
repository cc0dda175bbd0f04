import { read, trackedFiles, type Finding } from '../sourceFiles.ts';

/** Each runtime dependency has its line in docs/adr/ that says why this one. */
export function checkDecisions(): Finding[] {
  const files = trackedFiles();
  const decisions = files
    .filter((file) => file.startsWith('docs/adr/'))
    .map(read)
    .join('\n');
  const findings: Finding[] = [];
  for (const file of files.filter((name) => /^((base|engines|platform)\/[^/]+|console)\/package\.json$/.test(name))) {
    const { dependencies = {} } = JSON.parse(read(file)) as { dependencies?: Record<string, string> };
    for (const name of Object.keys(dependencies)) {
      if (!name.startsWith('@yiwang/') && !decisions.includes(`\`${name}\``)) {
        findings.push({ where: file, what: `${name}: docs/adr/ does not say why this one` });
      }
    }
  }
  return findings;
}
