import { childrenOf, type XmlElement } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type { DecisionModel, ModelImport } from '../model.ts';
import { isDmnNamespace } from './namespaces.ts';
import { named, placeOf } from './reading.ts';

/** The text of a model, and the name of its file for the reader. */
export interface ModelSource {
  readonly xml: string;
  readonly file: string;
}

/** An import that some model asks for. */
export interface WantedImport {
  readonly namespace: string;
  readonly location?: string;
}

/** Where imported models come from; undefined where there is none. */
export type ImportSource = (wanted: WantedImport) => ModelSource | undefined;

/** One reading of a model with all it imports: a model that is imported twice is read once. */
export interface ImportSession {
  readonly find: ImportSource;
  readonly read: (source: ModelSource, session: ImportSession) => DecisionModel;
  readonly known: Map<string, DecisionModel>;
  /** The namespaces being read, outermost first. */
  readonly path: readonly string[];
}

const maxNesting = 20;

/** @throws judge.missingImport, judge.importCycle, judge.unsupported for what is no DMN, and the faults of those models. */
export function readImports(root: XmlElement, file: string, session: ImportSession): ModelImport[] {
  const path = [...session.path, root.attributes['namespace'] ?? ''];
  return childrenOf(root, 'import').map((element) => {
    const { importType = '', namespace = '', name = '', locationURI: location } = element.attributes;
    if (!isDmnNamespace(importType)) {
      throw faults.unsupported({ ...named(element, file), what: `an import of the type ${importType}` });
    }
    const at = { file, line: element.line, namespace };
    const place = placeOf(element, file);
    const known = session.known.get(namespace);
    if (known !== undefined) return { name, namespace, model: known, place };
    if (path.includes(namespace) || path.length > maxNesting) throw faults.importCycle(at);
    const source = session.find(location === undefined ? { namespace } : { namespace, location });
    if (source === undefined) throw faults.missingImport(at);
    const model = session.read(source, { ...session, path });
    if (model.namespace !== namespace) throw faults.missingImport(at);
    session.known.set(namespace, model);
    return { name, namespace, model, place };
  });
}
