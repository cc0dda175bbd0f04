import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { digitalThings } from './digitalThings.ts';
import { readClause } from './readClause.ts';

const names = (clause: string) =>
  [...digitalThings(clause, readClause(clause, 0, clause.length))].map((each) => clause.slice(each.start, each.end));

test('digital things are named, digital fields are not', () => {
  deepEqual(
    names('建设数字孪生、智慧电网和未来社区'),
    ['数字孪生', '智慧电网', '未来社区'].toSorted(
      (a, b) => '数智未'.indexOf(a.charAt(0)) - '数智未'.indexOf(b.charAt(0)),
    ),
  );
  deepEqual(names('发展数字经济、智慧农业'), []);
});
