import { isFault } from '@yiwang/faults';
import { parseXml } from '@yiwang/xml';
import type { ImportSource, ModelSource } from './readImports.ts';

/** Imports from among some files, by the namespace that each declares; the texts are parsed when the first is asked for. */
export function importsOf(sources: readonly ModelSource[]): ImportSource {
  let byNamespace: ReadonlyMap<string, ModelSource> | undefined;
  return ({ namespace }) => {
    byNamespace ??= new Map(sources.flatMap((source) => namespaceOf(source).map((name) => [name, source])));
    return byNamespace.get(namespace);
  };
}

/** None for a file that is no XML: whoever asks for it is told that there is no such model. */
function namespaceOf({ xml, file }: ModelSource): string[] {
  try {
    const { namespace } = parseXml(xml, file).attributes;
    return namespace === undefined ? [] : [namespace];
  } catch (error) {
    if (isFault(error)) return [];
    throw error;
  }
}
