import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isFault } from '@yiwang/faults';
import { readProcesses } from '../model/readProcess.ts';
import { runTrace } from './runTrace.ts';

/** A case of a test: what goes in, and what the process should have logged. */
interface TraceCase {
  readonly input: string | null;
  readonly int: number;
  readonly delay: number;
  readonly parallel: boolean;
  readonly traces: readonly string[];
}

interface TraceTest {
  readonly id: string;
  readonly group: string;
  readonly file: string;
  readonly cases: readonly TraceCase[];
}

export interface RunTest {
  readonly id: string;
  readonly group: string;
  readonly cases: number;
  /** What came out where it is not what was wanted. */
  readonly failures: readonly { readonly input: string; readonly got: string; readonly wanted: string }[];
}

export interface InvalidModel {
  readonly file: string;
  /** The element that was named and why; undefined where the model was read. */
  readonly refused: { readonly element: string; readonly reason: string } | undefined;
}

export interface BetsyResult {
  readonly tests: readonly RunTest[];
  readonly invalid: readonly InvalidModel[];
}

/** Runs the execution tests of betsy and reads its invalid models. @param folder with tests.json and bpmn/ */
export function runBetsy(folder: string): BetsyResult {
  const tests = JSON.parse(readFileSync(path.join(folder, 'tests.json'), 'utf8')) as readonly TraceTest[];
  return { tests: tests.map((test) => runTest(folder, test)), invalid: readInvalid(folder) };
}

function runTest(folder: string, { id, group, file, cases }: TraceTest): RunTest {
  const xml = readFileSync(path.join(folder, file), 'utf8');
  const failures = cases.flatMap(({ input, int, delay, parallel, traces }) => {
    const got = runTrace(xml, file, { input: input ?? '', int, delay, parallel })
      .toSorted()
      .join(', ');
    const wanted = traces.toSorted().join(', ');
    return got === wanted ? [] : [{ input: input ?? '', got, wanted }];
  });
  return { id, group, cases: cases.length, failures };
}

function readInvalid(folder: string): readonly InvalidModel[] {
  const root = path.join(folder, 'bpmn/bpmn_constraints');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bpmn'));
  return files.toSorted().map((file) => {
    try {
      readProcesses(readFileSync(path.join(root, file), 'utf8'), path.basename(file));
      return { file: path.basename(file), refused: undefined };
    } catch (error) {
      if (!isFault(error)) throw error;
      const { element = '–', reason = error.code } = error.params;
      return { file: path.basename(file), refused: { element: String(element), reason: String(reason) } };
    }
  });
}
