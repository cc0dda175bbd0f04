import { packageOf } from '../imports.ts';
import { read, trackedFiles, type Finding } from '../sourceFiles.ts';

/** ARCHITECTURE.md names each package and top folder that there is, and none that there isn't. */
export function checkArchitecture(): Finding[] {
  const text = read('ARCHITECTURE.md');
  const files = trackedFiles();
  const there = new Set(files.map(packageOf).filter((place) => /^(base|engines|platform)\/[^.]+$/.test(place)));
  const drawn = new Set([...text.matchAll(/`((?:base|engines|platform)\/[a-z-]+)`/g)].map((match) => match[1] ?? ''));
  const where = 'ARCHITECTURE.md';
  return [
    ...[...there]
      .filter((place) => !drawn.has(place))
      .map((place) => ({ where, what: `${place} is in the tree and not in the drawing` })),
    ...[...drawn]
      .filter((place) => !there.has(place))
      .map((place) => ({ where, what: `${place} is drawn and not in the tree` })),
    ...[...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|tsx|md|json|yaml|cedar|bpmn|dmn))`/g)]
      .map((match) => match[1] ?? '')
      .filter((file) => !files.includes(file))
      .map((file) => ({ where, what: `${file} is named and not in the tree` })),
  ];
}
