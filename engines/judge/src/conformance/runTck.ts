import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isFault } from '@yiwang/faults';
import { findDateTime, isContext } from '@yiwang/feel';
import { childOf, childrenOf, parseXml, type XmlElement } from '@yiwang/xml';
import { decide } from '../decide/decide.ts';
import type { DecisionModel } from '../model.ts';
import { importsOf } from '../read/importsOf.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import type { ModelSource } from '../read/readImports.ts';
import { sameForTck, tckValue } from './tckValues.ts';

export interface TckFailure {
  /** `folder/case/result node`. */
  readonly name: string;
  /** The fault's code where the model or its logic was refused; else what came out. */
  readonly why: string;
}

export interface TckResult {
  readonly cases: number;
  readonly passed: number;
  /** Cases that expect a value: an engine that always answers null gets all the others. */
  readonly nonNull: number;
  readonly nonNullPassed: number;
  readonly failures: readonly TckFailure[];
}

/** Runs the cases of one level of the OMG DMN TCK, a folder of folders of models and tests. */
export async function runTck(folder: string): Promise<TckResult> {
  const outcomes: Outcome[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) outcomes.push(...(await runFolder(path.join(folder, entry.name), entry.name)));
  }
  const nonNull = outcomes.filter((outcome) => outcome.expectsValue);
  return {
    cases: outcomes.length,
    passed: outcomes.filter((outcome) => outcome.failures.length === 0).length,
    nonNull: nonNull.length,
    nonNullPassed: nonNull.filter((outcome) => outcome.failures.length === 0).length,
    failures: outcomes.flatMap((outcome) => outcome.failures),
  };
}

const now = findDateTime('2030-06-15T12:00:00Z');
const clock = now === undefined ? {} : { now };

interface Outcome {
  readonly expectsValue: boolean;
  readonly failures: readonly TckFailure[];
}

async function runFolder(folder: string, name: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const files = (await readdir(folder)).toSorted();
  const sources: ModelSource[] = [];
  for (const file of files.filter((name) => name.endsWith('.dmn'))) {
    sources.push({ file, xml: await readFile(path.join(folder, file), 'utf8') });
  }
  const imports = importsOf(sources);
  for (const file of files.filter((name) => name.endsWith('.xml'))) {
    const tests = parseXml(await readFile(path.join(folder, file), 'utf8'), file);
    const modelFile = childOf(tests, 'modelName')?.text.trim() ?? '';
    const text = await readFile(path.join(folder, modelFile), 'utf8');
    const model = attempt(() => readDecisionModel(text, modelFile, { refused: 'null', clock: 'given', imports }));
    for (const element of childrenOf(tests, 'testCase'))
      outcomes.push(runCase(element, model, `${name}/${element.attributes['id'] ?? ''}`));
  }
  return outcomes;
}

type Attempt<T> = { readonly value: T } | { readonly refused: string };

function attempt<T>(action: () => T): Attempt<T> {
  try {
    return { value: action() };
  } catch (error) {
    if (isFault(error)) return { refused: error.message };
    throw error;
  }
}

function runCase(element: XmlElement, model: Attempt<DecisionModel>, name: string): Outcome {
  const input = new Map(
    childrenOf(element, 'inputNode').map((node) => [node.attributes['name'] ?? '', tckValue(node)]),
  );
  const results = childrenOf(element, 'resultNode');
  const expectsValue = results.some((node) => expectedOf(node) !== null);
  const invocable = element.attributes['type'] === 'decision' ? undefined : element.attributes['invocableName'];
  const failures = results.flatMap((node): TckFailure[] => {
    const full = `${name}/${node.attributes['name'] ?? ''}`;
    if ('refused' in model) return [{ name: full, why: model.refused }];
    const wanted = node.attributes['name'] ?? '';
    const outcome = attempt(() => decide(model.value, invocable ?? wanted, input, { trace: 'none', ...clock }));
    if ('refused' in outcome) return [{ name: full, why: outcome.refused }];
    const { value, outputs, warnings } = outcome.value;
    // A service with several results gives them by name.
    const service = model.value.services.find(({ name: known }) => known === invocable);
    const several = service !== undefined && service.outputDecisions.length > 1 && isContext(value);
    if (sameForTck(several ? (value.get(wanted) ?? null) : value, expectedOf(node))) return [];
    return [{ name: full, why: warnings[0]?.message.en ?? JSON.stringify(outputs) }];
  });
  return { expectsValue, failures };
}

function expectedOf(node: XmlElement) {
  const expected = childOf(node, 'expected');
  return expected === undefined ? null : tckValue(expected);
}
