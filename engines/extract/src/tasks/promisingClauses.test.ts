import assert from 'node:assert/strict';
import test from 'node:test';
import { looksBack, promisingClauses, turnsAhead } from './promisingClauses.ts';
import { sentencesOf } from './sentencesOf.ts';

const promising = (text: string) =>
  [...sentencesOf(text, { start: 0, end: text.length })].flatMap((sentence) =>
    promisingClauses(text, sentence).map(({ start, end }) => text.slice(start, end)),
  );

test('a citation lasts to the word that names it an instruction', () => {
  assert.deepEqual(promising('牢记建好示例港,管好示例湖的殷切嘱托,完善航道。'), ['完善航道']);
});

test('a short citation leaves the next clause alone', () => {
  assert.deepEqual(promising('牢记“港为城用”,完善航道。'), ['完善航道']);
});

test('the overall requirement and the closing call hold no promise', () => {
  assert.deepEqual(promising('总的要求是:坚持稳中求进,扩大开放。'), []);
  assert.deepEqual(promising('让我们紧密团结起来,奋力建设示例港!'), []);
});

test('time, place, basis and condition hold no promise', () => {
  assert.deepEqual(promising('在完善航道的同时,建好船闸。'), ['建好船闸']);
  assert.deepEqual(promising('完成全年任务,必须加强调度。'), ['必须加强调度']);
  assert.deepEqual(promising('按照建设航运中心的部署,扩建泊位。'), ['扩建泊位']);
});

test('what was done, and a list that is only announced, hold no promise', () => {
  assert.deepEqual(promising('市里出台了办法,完善航道。重点抓好以下工作。'), ['完善航道']);
});

test('a paragraph that looks back may turn to what comes', () => {
  assert.equal(looksBack('过去一年,港口通航。'), true);
  assert.equal(looksBack('建设示例港。'), false);
  assert.equal(turnsAhead('新的一年,要扩建泊位'), true);
});
