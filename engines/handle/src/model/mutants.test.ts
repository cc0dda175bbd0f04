import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { lamp } from '../test/lampProcess.ts';
import { randomProcess } from '../test/randomProcess.ts';
import { seeded } from '../test/seeded.ts';
import { readProcesses } from './readProcess.ts';

/** YIWANG_SOAK=1 runs a hundred times as many. */
const soak = process.env['YIWANG_SOAK'] === '1';
const rounds = soak ? 150_000 : 1500;

const words = `constructor __proto__ toString -1 1e999 PT R/ 市 &#0; &x; < ]]> 0 true
  process subProcess transaction adHocSubProcess boundaryEvent eventBasedGateway callActivity
  messageEventDefinition timerEventDefinition linkEventDefinition multiInstanceLoopCharacteristics
  triggeredByEvent isForCompensation attachedToRef default sourceRef id isExecutable parallel`.split(/\s+/);

/** One slip in the text: a tag lost, doubled or moved, a word in place of another, a piece cut off. */
function slip(xml: string, random: () => number): string {
  const upTo = (n: number) => Math.floor(random() * n);
  const word = () => words[upTo(words.length)] ?? '';
  const some = (pattern: RegExp) => {
    const found = [...xml.matchAll(pattern)];
    return found[upTo(found.length)];
  };
  const put = (at: RegExpExecArray | undefined, text: string) =>
    at === undefined ? xml : xml.slice(0, at.index) + text + xml.slice(at.index + at[0].length);
  const tag = /<[^>]*>/g;
  switch (upTo(9)) {
    case 0:
      return put(some(tag), '');
    case 1: {
      const one = some(tag);
      return put(one, `${one?.[0] ?? ''}${one?.[0] ?? ''}`);
    }
    case 2:
      return put(some(tag), some(/<[^>]*\/>/g)?.[0] ?? '');
    case 3:
      return put(some(/"[^"]*"/g), `"${word()}"`);
    case 4:
      return put(some(/"[^"]*"/g), some(/"[^"]*"/g)?.[0] ?? '""');
    case 5:
      return put(some(/ \w+="/g), ` ${word()}="`);
    case 6:
      return put(some(/(?<=<bpmn:)\w+(?=[^>]*\/>)/g), word());
    case 7:
      return put(some(/>[^<]+</g), `>${word()}<`);
    default:
      return random() < 0.2 ? xml.slice(0, upTo(xml.length)) : put(some(/[^\s]/g), word());
  }
}

test('no slip in a model makes the reader fail other than by a fault', { timeout: soak ? 7_200_000 : 60_000 }, (t) => {
  let read = 0;
  for (let seed = 1; seed <= rounds; seed += 1) {
    const random = seeded(seed);
    let xml = random() < 0.3 ? lamp : randomProcess(random);
    for (let n = 1 + Math.floor(random() * 3); n > 0; n -= 1) xml = slip(xml, random);
    try {
      readProcesses(xml, 'mutant.bpmn');
      read += 1;
    } catch (error) {
      assert.ok(isFault(error), `seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  t.diagnostic(`${rounds} mutants, ${read} read`);
  assert.ok(read > rounds / 50 && read < rounds, `${read} of ${rounds} read`);
});
