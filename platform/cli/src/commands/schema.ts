import { cliFaults as faults } from '../faults.ts';
import { runTool } from '../runTool.ts';

/** Writes docs/schema.sql from the migrations, or compares and lints them. */
export function run(args: readonly string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) throw faults.usage({ reason: `${unknown} is not known`, usage: 'schema [--check]' });
  return runTool('tools/writeSchema.ts', args);
}
