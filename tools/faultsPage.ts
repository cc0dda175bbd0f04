import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allFaults, type FaultDefinition } from '@yiwang/faults';
import { root, trackedFiles } from './sourceFiles.ts';

/** Loads every package, so that each has registered its faults. */
export async function loadFaults(): Promise<ReadonlyMap<string, FaultDefinition>> {
  const entries = trackedFiles().filter((file) =>
    /^(base|engines|platform)\/[^/]+\/src\/(index|faults)\.ts$/.test(file),
  );
  for (const entry of entries) await import(pathToFileURL(path.join(root, entry)).href);
  return allFaults();
}

/** The text of docs/faults.md: every code with its status, what happened and what to do, in both languages. */
export function faultsPage(faults: ReadonlyMap<string, FaultDefinition>): string {
  const lines = [
    '# Faults',
    '',
    'Every foreseen problem has a code. The body of an answer is problem+json (RFC 9457): `code` names a row here, `help` says what to do,',
    '`instance` is the id of the request in the log. Made by `./yiwang faults` from the catalogues; a test compares the two.',
  ];
  let owner = '';
  for (const [code, { status, title, detail, help }] of [...faults].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first = ''] = code.split('.');
    if (first !== owner) {
      owner = first;
      lines.push('', `## ${owner}`, '', '| code | status | what | what to do |', '|---|---|---|---|');
    }
    const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
    lines.push(
      `| <a id="${code}"></a>\`${code}\` | ${status} | ${cell(title.en)}: ${cell(detail.en)}<br>${cell(title.zh)}：${cell(detail.zh)} | ${cell(help.en)}<br>${cell(help.zh)} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}
