import { test } from 'node:test';
import assert from 'node:assert/strict';
import { languageOf, say } from './index.ts';

test('a message is said in either language with its parameters', () => {
  const text = { zh: '{count} 件超期', en: '{count} overdue' };
  assert.equal(say(text, 'zh', { count: 17 }), '17 件超期');
  assert.equal(say(text, 'en', { count: 17 }), '17 overdue');
});

test('a missing parameter stays visible instead of vanishing', () => {
  assert.equal(say({ zh: '{a}', en: '{a}' }, 'en'), '{a}');
});

test('the language follows the weights of Accept-Language and is zh when nothing fits', () => {
  assert.equal(languageOf('en-GB,en;q=0.9,zh;q=0.8'), 'en');
  assert.equal(languageOf('fr, zh-CN;q=0.5, en;q=0.4'), 'zh');
  assert.equal(languageOf('de'), 'zh');
  assert.equal(languageOf(undefined), 'zh');
});
