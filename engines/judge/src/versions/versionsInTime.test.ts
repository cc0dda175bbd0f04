import { suite, test } from 'node:test';
import assert from 'node:assert/strict';
import type { DecisionModel } from '../model.ts';
import type { CityRule } from '../rules/cityRule.ts';
import type { StoredVersion } from './storedVersion.ts';
import { findEffective, ruleInTime, versionsInTime } from './versionsInTime.ts';

const name = { zh: '规则', en: 'rule' };
const model = (file: string) => ({ file }) as DecisionModel;

function rule(...froms: string[]): CityRule {
  const versions = froms.map((from, n) => ({ number: n + 1, from, model: model(`folder-${n + 1}`) }));
  return { code: 'r', name, organisation: 'o', example: true, versions };
}

function stored(number: number, status: StoredVersion['status'], from?: string, until?: string): StoredVersion {
  const days = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return { region: '990100', rule: 'r', number, xml: '', status, actor: 'account:1', at: new Date(0), ...days };
}

const told = (...given: Parameters<typeof versionsInTime>): string[] =>
  versionsInTime(...given).periods.map(({ number, from, until }) => `${number}: ${from}–${until ?? ''}`);

suite('the versions of a rule in time', () => {
  test('follow each other; a draft has no place among them', () => {
    assert.deepEqual(
      told(rule('2030-01-01', '2031-01-01'), [stored(3, 'published', '2030-07-01'), stored(4, 'draft')]),
      ['1: 2030-01-01–2030-06-30', '3: 2030-07-01–2030-12-31', '2: 2031-01-01–'],
    );
  });

  test('one that ends by itself is followed by none', () => {
    const { periods } = versionsInTime(rule('2030-01-01'), [stored(2, 'published', '2030-03-01', '2030-03-31')]);
    assert.equal(findEffective(periods, '2030-02-28')?.number, 1);
    assert.equal(findEffective(periods, '2030-03-31')?.number, 2);
    assert.equal(findEffective(periods, '2030-04-01'), undefined);
    assert.equal(findEffective(periods, '2029-12-31'), undefined);
  });

  test('withdrawn before it began it leaves no trace; afterwards it keeps its days and the one before goes on', () => {
    assert.deepEqual(told(rule('2030-01-01'), [stored(2, 'withdrawn', '2030-03-01')]), ['1: 2030-01-01–']);
    assert.deepEqual(told(rule('2030-01-01'), [stored(2, 'withdrawn', '2030-03-01', '2030-03-09')]), [
      '1: 2030-01-01–2030-02-28',
      '2: 2030-03-01–2030-03-09',
      '1: 2030-03-10–',
    ]);
    assert.deepEqual(
      told(rule('2030-01-01'), [
        stored(2, 'withdrawn', '2030-03-01', '2030-03-09'),
        stored(3, 'published', '2030-03-10'),
      ]),
      ['1: 2030-01-01–2030-02-28', '2: 2030-03-01–2030-03-09', '3: 2030-03-10–'],
    );
  });

  test('what a person published displaces a version of the folder with its number or day', () => {
    const folder = rule('2030-01-01', '2030-06-01', '2031-01-01');
    const own = [stored(2, 'published', '2030-03-01'), stored(7, 'published', '2031-01-01')];
    assert.deepEqual(told(folder, own), ['1: 2030-01-01–2030-02-28', '2: 2030-03-01–2030-12-31', '7: 2031-01-01–']);
    assert.deepEqual(versionsInTime(folder, own).displaced, [2, 3]);
    assert.deepEqual(
      ruleInTime(folder, own, ({ number }) => model(`own-${number}`)).versions.map((version) => version.model.file),
      ['folder-1', 'own-2', 'own-7'],
    );
  });
});
