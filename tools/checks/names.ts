import { isSource, read, trackedFiles, type Finding } from '../sourceFiles.ts';

const said = /(^|\/)(utils?|helpers?|types|common|misc|manager|service)\.tsx?$/i;
const camel = /^[a-z][A-Za-z0-9]*(\.(test|bench|config|spec))?\.(ts|tsx|mjs)$/;
const component = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
/** The crossings between engines are named after their ends. */
const crossing = /^[a-z]+-to-[a-z]+(\.test)?\.ts$/;

const limit = 600;

/** A file is named for what it does, and is one thing: at most 600 lines. */
export function checkNames(): Finding[] {
  const findings: Finding[] = [];
  for (const file of trackedFiles()) {
    if (!isSource(file)) continue;
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (said.test(file))
      findings.push({ where: file, what: 'says nothing of what it does; name it for its one behaviour' });
    if (!camel.test(name) && !component.test(name) && !crossing.test(name)) {
      findings.push({ where: file, what: 'name it in camelCase, a component in PascalCase.tsx, a crossing a-to-b.ts' });
    }
    const lines = read(file).split('\n').length - 1;
    if (lines > limit) findings.push({ where: file, what: `${lines} lines; past ${limit} a file is two files` });
  }
  return findings;
}
