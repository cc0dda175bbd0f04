import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isFault } from '@yiwang/faults';
import { childOf, childrenOf, parseXml, type XmlElement } from '@yiwang/xml';
import { decide } from '../decide/decide.ts';
import type { DecisionModel } from '../model.ts';
import { readDecisionModel } from '../read/readDecisionModel.ts';
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

interface Outcome {
  readonly expectsValue: boolean;
  readonly failures: readonly TckFailure[];
}

async function runFolder(folder: string, name: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const files = (await readdir(folder)).filter((file) => file.endsWith('.xml')).toSorted();
  for (const file of files) {
    const tests = parseXml(await readFile(path.join(folder, file), 'utf8'), file);
    const modelFile = childOf(tests, 'modelName')?.text.trim() ?? '';
    const text = await readFile(path.join(folder, modelFile), 'utf8');
    const model = attempt(() => readDecisionModel(text, modelFile, { refused: 'null' }));
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
  const service = element.attributes['invocableName'] !== undefined && element.attributes['type'] !== 'decision';
  const failures = results.flatMap((node): TckFailure[] => {
    const full = `${name}/${node.attributes['name'] ?? ''}`;
    if (service) return [{ name: full, why: 'judge.unsupported: a service or knowledge model is invoked' }];
    if ('refused' in model) return [{ name: full, why: model.refused }];
    const outcome = attempt(() => decide(model.value, node.attributes['name'] ?? '', input));
    if ('refused' in outcome) return [{ name: full, why: outcome.refused }];
    if (sameForTck(outcome.value.value, expectedOf(node))) return [];
    const refused = outcome.value.warnings.find((warning) => warning.kind === 'refused');
    return [{ name: full, why: refused?.message.en ?? JSON.stringify(outcome.value.outputs) }];
  });
  return { expectsValue, failures };
}

function expectedOf(node: XmlElement) {
  const expected = childOf(node, 'expected');
  return expected === undefined ? null : tckValue(expected);
}
