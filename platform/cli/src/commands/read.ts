import { figuresOf, readReport, writeFigures } from '@yiwang/extract';
import { cliFaults as faults } from '../faults.ts';
import { languageHere } from '../languageHere.ts';
import { readInput } from '../report/readInput.ts';
import { jsonDocument, jsonLines, rowKinds, type ReportAbout, type RowKind } from '../report/reportRows.ts';
import { reportTables } from '../report/reportTables.ts';
import { writeLines } from '../report/writeLines.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'read FILE [--kind statements|tasks|systems|links] [--json | --jsonl | --figures]';

/** In characters. Tables and figures need all rows at once; the longest report of a province has 40,000. */
const longestTable = 2_000_000;

/**
 * Reads a government work report (政府工作报告), from a file or from the standard input (`-`), into rows; or into the figures that a city's
 * folder holds of it.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      kind: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      figures: { type: 'boolean', default: false },
    },
    usage,
    1,
  );
  const [file] = positionals;
  if (file === undefined) throw faults.usage({ reason: 'the file is missing; - reads the standard input', usage });
  if (values.json && values.jsonl) throw faults.usage({ reason: '--json or --jsonl, not both', usage });
  if (values.figures && (values.json || values.jsonl || values.kind !== undefined))
    throw faults.usage({ reason: '--figures stands alone', usage });
  const kinds = kindsOf(values.kind, values.jsonl);
  const { text, ...about } = await readSource(file);
  if (!values.jsonl && !values.json && text.length > longestTable)
    throw faults.tooLongForTables({ file: about.file, length: text.length, most: longestTable });
  const lines = values.figures
    ? [writeFigures(figuresOf(readReport(text), { text, hash: about.hash })).trimEnd()]
    : values.jsonl
      ? jsonLines(text, kinds)
      : values.json
        ? jsonDocument(about, text, kinds)
        : reportTables(readReport(text), kinds, languageHere());
  await writeLines(process.stdout, lines);
  return 0;
}

async function readSource(file: string): Promise<ReportAbout & { readonly text: string }> {
  const { name, format, encoding, hash, text } = await readInput(file);
  return { file: name, format, encoding, hash, text };
}

/** Lines of several kinds can't be told apart, so that --jsonl alone gives the statements. */
function kindsOf(wanted: string | undefined, lines: boolean): readonly RowKind[] {
  if (wanted === undefined) return lines ? ['statements'] : rowKinds;
  const kind = rowKinds.find((one) => one === wanted);
  if (kind === undefined) throw faults.usage({ reason: `--kind ${wanted}; there are ${rowKinds.join(', ')}`, usage });
  return [kind];
}
