import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readReport } from './readReport.ts';
import { readStatements } from './readStatements.ts';

test('a long text read in batches gives the rows of all at once', () => {
  const paragraph =
    '新建示例道路4133公里、示例桥5公里、示例隧道6公里，示例产业增加值增长8.5%。坚持以人民为中心，统筹发展和安全，持续改进作风，认真办理各类建议，深入推进示例行动，加快示例进程。\n';
  const text = `示例市政府工作报告\n一、2029年工作回顾\n${paragraph.repeat(600)}`;
  const { sections, statements, ambiguities } = readReport(text);
  const batches = [...readStatements(text, sections)];
  assert.ok(batches.length > 2, String(batches.length));
  assert.deepEqual(
    batches.flatMap((one) => one.statements),
    statements,
  );
  assert.deepEqual(
    batches.flatMap((one) => one.ambiguities),
    ambiguities,
  );
});
