import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { readDecisionModel } from '../read/readDecisionModel.ts';
import { replaceInDocument } from './replaceInDocument.ts';

const documentOf = (
  text: string,
): string => `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
  <inputData id="i" name="收入"><variable name="收入" typeRef="number"/></inputData>
  <decision id="d" name="d"><variable name="d" typeRef="boolean"/>
    <informationRequirement id="r"><requiredInput href="#i"/></informationRequirement>
    <literalExpression id="e"><text>${text}</text></literalExpression>
  </decision>
</definitions>`;

function replaced(document: string, number: string, by: string): string {
  const model = readDecisionModel(document, 'm.dmn');
  const logic = model.decisions[0]?.logic;
  assert.ok(logic?.kind === 'literalExpression');
  const { expression } = logic;
  const from = expression.text.indexOf(number);
  return replaceInDocument(document, 'm.dmn', [{ expression, from, to: from + number.length, by }]);
}

test('a number is replaced where it stands, and nothing else changes', () => {
  assert.equal(replaced(documentOf('收入 >= 500'), '500', '480.5'), documentOf('收入 >= 480.5'));
});

test('what XML writes as references or in CDATA is stepped over', () => {
  assert.equal(replaced(documentOf('收入 &gt;= 500'), '500', '480'), documentOf('收入 &gt;= 480'));
  assert.equal(replaced(documentOf('收入 &#62;= &#x35;00'), '500', '480'), documentOf('收入 &#62;= 480'));
  assert.equal(replaced(documentOf('<![CDATA[收入 >= 500]]>'), '500', '480'), documentOf('<![CDATA[收入 >= 480]]>'));
});

test('an expression of several lines, ended in either way, is found', () => {
  for (const end of ['\n', '\r\n']) {
    const text = `${end}  收入 &gt;= 100${end}  and 收入 &lt; 500${end}`;
    assert.equal(replaced(documentOf(text), '500', '900'), documentOf(text.replace('500', '900')));
  }
});

test('a document that says something else at that place is refused', () => {
  const { decisions } = readDecisionModel(documentOf('收入 &gt;= 500'), 'm.dmn');
  const logic = decisions[0]?.logic;
  assert.ok(logic?.kind === 'literalExpression');
  assert.throws(
    () =>
      replaceInDocument(documentOf('收入 &lt;= 500'), 'm.dmn', [
        { expression: logic.expression, from: 6, to: 9, by: '1' },
      ]),
    (error) => isFault(error, 'judge.notThere'),
  );
});
