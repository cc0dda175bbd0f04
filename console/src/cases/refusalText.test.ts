import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say, type Language } from '@yiwang/messages';
import { words } from '../words/words.ts';
import type { Speech } from '../words/useWords.ts';
import { refusalText } from './refusalText.ts';

const speechOf = (language: Language): Speech => ({
  language,
  t: (word, params) => say(words[word], language, params),
  b: (text) => text[language],
});
const task = {
  refused: '“处置”由 xx.water.team3 的 field-team 办理。',
  organisation: 'xx.water.team3',
  organisationName: { zh: '第三排水队', en: 'Drainage team 3' },
  candidateRole: 'field-team',
};

test('a refusal names the team and the role, not their codes', () => {
  assert.equal(refusalText(task, speechOf('zh')), '“处置”由第三排水队的处置队员办理。');
});

test('a role that has no word stays as it came', () => {
  const text = refusalText({ ...task, refused: 'Done by the diver.', candidateRole: 'diver' }, speechOf('en'));
  assert.equal(text, 'Done by the diver.');
});
