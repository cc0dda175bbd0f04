import { isFault } from '@yiwang/faults';
import { say } from '@yiwang/messages';
import type { ModelProblem } from './problem.ts';

/** A reader's fault as a problem of its file: its own line and column where the fault knows them. */
export function faultProblem(error: unknown, file: string): ModelProblem {
  if (!isFault(error)) throw error;
  const { definition, params } = error;
  const both = (text: typeof definition.detail) => ({ zh: say(text, 'zh', params), en: say(text, 'en', params) });
  const number = (name: string): number => (typeof params[name] === 'number' ? params[name] : 1);
  return {
    file,
    line: number('line'),
    column: number('column'),
    ...(typeof params['element'] === 'string' ? { element: params['element'] } : {}),
    what: both(definition.detail),
    help: both(definition.help),
  };
}
