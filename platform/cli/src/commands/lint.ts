import { runTool } from '../runTool.ts';

export function run(args: readonly string[]): Promise<number> {
  return runTool('tools/lint.ts', args);
}
