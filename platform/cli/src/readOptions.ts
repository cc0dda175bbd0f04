import { parseArgs, type ParseArgsConfig } from 'node:util';
import { cliFaults as faults } from './faults.ts';

/**
 * Reads `--name value` and what stands alone.
 * @throws cli.usage with the command's usage where an option is unknown, lacks its value, or too much stands alone.
 */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  usage: string,
  alone = 0,
) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: alone > 0, strict: true });
    if (read.positionals.length > alone)
      throw faults.usage({ reason: `too many arguments: ${read.positionals.join(' ')}`, usage });
    return read;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw faults.usage({ reason: error.message, usage }, error);
    throw error;
  }
}

/** A number within bounds, of an option's text. */
export function numberOption(text: string, name: string, low: number, high: number, usage: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw faults.usage({ reason: `--${name} ${text}: a whole number from ${low} to ${high} is needed`, usage });
  }
  return value;
}
