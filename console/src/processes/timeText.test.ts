import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProcessSpeech } from './processWords.ts';
import { shareText, timeText } from './timeText.ts';

/** Tells the word and the number in it. */
const w: ProcessSpeech['w'] = (word, params) => `${params?.['n'] ?? ''} ${word}`.trim();

test('times are told in the unit that a reader would say', () => {
  const told = [0, 0.4, 90, 150, 2_000, 4_320].map((minutes) => timeText(minutes, w));
  assert.deepEqual(told, ['0 mins', 'underMinute', '90 mins', '2.5 hours', '33 hours', '3.0 days']);
  assert.equal(timeText(1_440, w, 'working'), '3.0 days', 'a working day has eight hours');
});

test('a small share is not told as nothing', () => {
  assert.deepEqual([0, 0.004, 0.5, 1].map(shareText), ['0 %', '0.4 %', '50 %', '100 %']);
});
