import { readDocument, readReport } from '@yiwang/extract';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { readInput } from '../report/readInput.ts';
import { jsonDocument, jsonLines, rowKinds, type RowKind } from '../report/reportRows.ts';
import { reportTables } from '../report/reportTables.ts';
import { writeLines } from '../report/writeLines.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'read FILE [--kind statements|tasks|systems|links] [--json | --jsonl]';

/** Reads a government work report (政府工作报告), from a file or from the standard input (`-`), into rows. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      kind: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    },
    usage,
    1,
  );
  const [file] = positionals;
  if (file === undefined) throw faults.usage({ reason: 'the file is missing; - reads the standard input', usage });
  if (values.json && values.jsonl) throw faults.usage({ reason: '--json or --jsonl, not both', usage });
  const kinds = kindsOf(values.kind, values.jsonl);
  const { bytes, name } = await readInput(file);
  const { text, format, encoding, hash } = await readDocument(bytes, { name });
  const reading = readReport(text);
  const lines = values.jsonl
    ? jsonLines(text, reading, kinds)
    : values.json
      ? jsonDocument({ file: name, format, encoding, hash }, text, reading, kinds)
      : reportTables(reading, kinds, languageHere());
  await writeLines(process.stdout, lines);
  return 0;
}

/** Lines of several kinds can't be told apart, so that --jsonl alone gives the statements. */
function kindsOf(wanted: string | undefined, lines: boolean): readonly RowKind[] {
  if (wanted === undefined) return lines ? ['statements'] : rowKinds;
  const kind = rowKinds.find((one) => one === wanted);
  if (kind === undefined) throw faults.usage({ reason: `--kind ${wanted}; there are ${rowKinds.join(', ')}`, usage });
  return [kind];
}
