import { runTool } from '../runTool.ts';

export function run(args: readonly string[]): Promise<number> {
  return runTool('tools/writeFaults.ts', args);
}
