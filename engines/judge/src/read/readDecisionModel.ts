import { isFault } from '@yiwang/faults';
import { childOf, childrenOf, parseXml } from '@yiwang/xml';
import { faults } from '../faults.ts';
import type {
  BoxedFunction,
  Decision,
  DecisionModel,
  DecisionService,
  KnowledgeModel,
  Logic,
  RefusedLogic,
} from '../model.ts';
import { readFunction } from './boxed/readFunction.ts';
import { findElement } from './findElement.ts';
import { inOrder } from './inOrder.ts';
import { isDmnNamespace } from './namespaces.ts';
import { readDrafts, referenceOf, refuseDuplicates, type Draft } from './readDrafts.ts';
import { readInputs } from './readInputs.ts';
import { readingBudget } from './readExpression.ts';
import { readImports, type ImportSession, type ImportSource } from './readImports.ts';
import { named, placeOf, refuseOtherLanguage, type LogicReading, type ModelReading } from './reading.ts';
import { readItemDefinitions } from './readItemDefinitions.ts';
import { isLogic, readLogicIn } from './readLogic.ts';
import { visibleNames, type ReadSoFar } from './visibleNames.ts';

export interface ReadOptions {
  /**
   * `refuse` (default): anything not covered, and any type mistake, is a fault.
   * `null`: such logic evaluates to null with a warning, as DMN has it for invalid expressions.
   */
  readonly refused?: 'refuse' | 'null';
  /** `refuse` (default): now() and today() are refused, so that a decision is the same at any time. `given`: `decide` is given the time. */
  readonly clock?: 'refuse' | 'given';
  /** Where imported models come from; `importsOf` makes one of files. */
  readonly imports?: ImportSource;
}

/**
 * Reads a DMN 1.3–1.5 model with the models it imports.
 * @throws xml.malformed, judge.notDmn, judge.unsupported, judge.malformed, judge.cycle, judge.unknown*, judge.*Cycle,
 * judge.missingImport, feel.*: each with file and line.
 */
export function readDecisionModel(xml: string, file: string, options: ReadOptions = {}): DecisionModel {
  const { refused = 'refuse', clock = 'refuse' } = options;
  const session: ImportSession = {
    find: options.imports ?? (() => undefined),
    read: (source, inner) => readOne(source.xml, source.file, { refused, clock }, inner),
    known: new Map(),
    path: [],
  };
  return readOne(xml, file, { refused, clock }, session);
}

function readOne(
  xml: string,
  file: string,
  { refused, clock }: Pick<ModelReading, 'refused' | 'clock'>,
  session: ImportSession,
): DecisionModel {
  const root = parseXml(xml, file);
  if (root.name !== 'definitions' || !isDmnNamespace(root.namespace)) {
    throw faults.notDmn({ file, line: root.line, name: root.name });
  }
  refuseOtherLanguage(root, file);
  const imports = readImports(root, file, session);
  const types = readItemDefinitions(root, imports, file, refused);
  const reading: ModelReading = { file, refused, clock, types, budget: { left: readingBudget } };
  const inputs = readInputs(root, reading);
  const drafts = readDrafts(root, reading);
  refuseDuplicates(
    [
      ...inputs.map(({ id, name, place }) => ({ id, names: name, line: place.line })),
      ...drafts.map(({ id, variable, element }) => ({ id, names: variable, line: element.line })),
    ],
    file,
  );
  const decisions: Decision[] = [];
  const knowledge: KnowledgeModel[] = [];
  const services: DecisionService[] = [];
  const { name = '', namespace = '' } = root.attributes;
  const model: DecisionModel = {
    file,
    name,
    namespace,
    inputs,
    decisions,
    knowledge,
    services,
    items: types.items,
    imports,
  };
  const read: ReadSoFar = { imports, elements: new Map() };
  for (const element of inputs) read.elements.set(element.id, { model, kind: 'input', element });
  for (const draft of inOrder(drafts, file)) {
    if (draft.kind === 'decision') {
      const element = readDecision(draft, read, reading);
      decisions.push(element);
      read.elements.set(draft.id, { model, kind: 'decision', element });
    } else if (draft.kind === 'knowledge') {
      const element = readKnowledge(draft, read, reading);
      knowledge.push(element);
      read.elements.set(draft.id, { model, kind: 'knowledge', element });
    } else {
      const element = readService(draft, namespace, reading);
      services.push(element);
      read.elements.set(draft.id, { model, kind: 'service', element });
    }
  }
  refuseWithoutLogic(model, reading);
  refuseUnknownParts(model, reading);
  return model;
}

/** What can't be read is kept as refused logic where that was asked for. */
function kept<T extends Logic>(refused: 'refuse' | 'null', read: () => T): T | RefusedLogic {
  try {
    return read();
  } catch (error) {
    if (refused === 'null' && isFault(error)) return { kind: 'refused', fault: error };
    throw error;
  }
}

function logicReading(draft: Draft, read: ReadSoFar, reading: ModelReading): LogicReading {
  const variables = visibleNames(draft, read, reading);
  return { ...reading, variables, resultName: draft.variable, resultType: draft.typed };
}

function headOf({ element, id, name, variable, typed }: Draft, { file }: ModelReading) {
  return { id, name, variable, ...typed, place: placeOf(element, file) };
}

function readDecision(draft: Draft, read: ReadSoFar, reading: ModelReading): Decision {
  const { element } = draft;
  return {
    ...headOf(draft, reading),
    requiredDecisions: draft.decisions,
    requiredInputs: draft.inputs,
    requiredKnowledge: draft.knowledge,
    logic: element.children.some(isLogic)
      ? kept(reading.refused, () => readLogicIn(element, logicReading(draft, read, reading)))
      : { kind: 'refused', fault: faults.noLogic(named(element, reading.file)) },
  };
}

/** A decision without logic is one whose result the callers of a service give; elsewhere it is a mistake. @throws judge.noLogic */
function refuseWithoutLogic({ decisions, services }: DecisionModel, { refused }: ModelReading): void {
  if (refused === 'null') return;
  for (const { id, logic } of decisions) {
    if (logic.kind === 'refused' && !services.some(({ inputDecisions }) => inputDecisions.includes(id)))
      throw logic.fault;
  }
}

function readKnowledge(draft: Draft, read: ReadSoFar, reading: ModelReading): KnowledgeModel {
  return {
    ...headOf(draft, reading),
    requiredKnowledge: draft.knowledge,
    logic: kept(reading.refused, (): BoxedFunction => {
      const element = childOf(draft.element, 'encapsulatedLogic');
      if (element === undefined) throw faults.noLogic(named(draft.element, reading.file));
      const outer = logicReading(draft, read, reading);
      // A knowledge model may call itself.
      return readFunction(element, { ...outer, variables: { ...outer.variables, [draft.variable]: 'function' } });
    }),
  };
}

function readService(draft: Draft, namespace: string, reading: ModelReading): DecisionService {
  const references = (part: string): string[] =>
    childrenOf(draft.element, part).map((reference) => referenceOf(reference, namespace));
  return {
    ...headOf(draft, reading),
    outputDecisions: references('outputDecision'),
    encapsulatedDecisions: references('encapsulatedDecision'),
    inputDecisions: references('inputDecision'),
    inputData: references('inputData'),
  };
}

/** What a service names may come later in the file. @throws judge.unknownElement */
function refuseUnknownParts(model: DecisionModel, { file, refused }: ModelReading): void {
  if (refused === 'null') return;
  for (const { id, place, ...service } of model.services) {
    const { outputDecisions, encapsulatedDecisions, inputDecisions, inputData } = service;
    for (const reference of [...outputDecisions, ...encapsulatedDecisions, ...inputDecisions, ...inputData]) {
      if (findElement(model, reference) === undefined) {
        throw faults.unknownElement({ file, line: place.line, id, reference });
      }
    }
  }
}
