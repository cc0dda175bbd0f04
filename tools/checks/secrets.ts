import { read, trackedFiles, type Finding } from '../sourceFiles.ts';

const binary = /\.(png|jpg|jpeg|webp|woff2?|ico|pdf|parquet|gz|wasm)$/;
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\/(work|root|home\/[a-z][\w-]*|Users\/\w+)\/[\w.-]+/, 'a path of a machine'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/, 'an access key'],
  [/\bgh[pousr]_[A-Za-z0-9]{30,}\b/, 'a token'],
  [/https?:\/\/(registry\.|[\w.-]*(artifactory|nexus|jfrog|verdaccio)[\w.-]*)/, 'the host of a registry'],
  [/\/\/[^/\s:@'"`{}$]+:[^/\s:@'"`{}$]+@(?!localhost|127\.|host|server|example)/, 'a password in an address'],
];

/** No path of a machine, no registry host and no secret stands in the tree. */
export function checkSecrets(): Finding[] {
  const findings: Finding[] = [];
  for (const file of trackedFiles()) {
    if (binary.test(file) || file === 'tools/checks/secrets.ts') continue;
    read(file)
      .split('\n')
      .forEach((text, index) => {
        for (const [pattern, what] of patterns) {
          const match = pattern.exec(text);
          if (match !== null)
            findings.push({ where: `${file}:${index + 1}`, what: `${what}: ${match[0].slice(0, 60)}` });
        }
      });
  }
  return findings;
}
