import path from 'node:path';
import { describeHistory, verifyHistory } from '@yiwang/handle';
import { describeFinding, verifyBook } from '@yiwang/ledger';
import { languageHere } from '../languageHere.ts';
import { dataOption, reachPlatformDatabase } from '../reachPlatformDatabase.ts';
import { readOptions } from '../readOptions.ts';

const usage = 'verify [--data FOLDER] [--region CODE]';

/** Recomputes the books of the ledger and holds the history of cases against them, beside a running platform or alone: a line each, then what was found. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { data: dataOption, region: { type: 'string' } }, usage);
  const database = await reachPlatformDatabase(path.resolve(values.data));
  const { db } = database;
  try {
    // A book whose own row was removed still has entries, leaves or checkpoints.
    const books = await db.query<{ region: string }>(
      `SELECT DISTINCT region FROM (
         SELECT region FROM ledger.book UNION SELECT region FROM ledger.inbox UNION SELECT region FROM ledger.entry
         UNION SELECT region FROM ledger.leaf UNION SELECT region FROM ledger.checkpoint) AS known
       WHERE $1::text IS NULL OR region = $1 ORDER BY region`,
      [values.region ?? null],
    );
    const language = languageHere();
    const say = (zh: string, en: string): void => console.log(language === 'zh' ? zh : en);
    if (books.length === 0) say('没有台账。', 'There is no book.');
    let found = 0;
    for (const { region } of books) {
      const { leaves, checkpoints, unplaced, findings, more } = await verifyBook(db, region);
      found += findings.length;
      const [zh, en] =
        findings.length === 0
          ? ['完好', 'intact']
          : [`${findings.length}${more ? '+' : ''} 处问题`, `${findings.length}${more ? '+' : ''} findings`];
      const mark = findings.length === 0 ? '●' : '■';
      const [waitsZh, waitsEn] =
        unplaced === 0 ? ['', ''] : [`，待入册 ${unplaced} 条`, `, ${unplaced} not placed yet`];
      say(
        `${mark} ${region}：${leaves} 条，${checkpoints} 个检查点${waitsZh}：${zh}`,
        `${mark} ${region}: ${leaves} entries, ${checkpoints} checkpoints${waitsEn}: ${en}`,
      );
      for (const finding of findings) console.log(`    ${describeFinding(finding)[language]}`);
      const history = await verifyHistory(db, region);
      found += history.findings.length;
      if (history.cases === 0) continue;
      const isGood = history.findings.length === 0;
      say(
        `${isGood ? '●' : '■'} ${region}：${history.cases} 件案件，${history.events} 条经过：${isGood ? '与账本一致' : `${history.findings.length} 处不符`}`,
        `${isGood ? '●' : '■'} ${region}: ${history.cases} cases, ${history.events} events: ${isGood ? 'as the ledger has them' : `${history.findings.length} findings`}`,
      );
      for (const finding of history.findings) console.log(`    ${describeHistory(finding)[language]}`);
    }
    return found === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
