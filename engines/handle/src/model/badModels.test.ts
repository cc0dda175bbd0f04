import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isFault } from '@yiwang/faults';
import { randomProcess } from '../test/randomProcess.ts';
import { seeded } from '../test/seeded.ts';
import { readProcess } from './readProcess.ts';

/** Reads a text that may be anything. @returns the code it is refused by, or `read`; another error fails the test */
function outcome(xml: string): string {
  try {
    readProcess(xml, 'any.bpmn');
    return 'read';
  } catch (error) {
    assert.ok(isFault(error), error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error.code;
  }
}

/** Cuts, doubles, swaps and replaces pieces of a text, some of them whole tags. */
function mangled(xml: string, random: () => number): string {
  const at = (): number => Math.floor(random() * xml.length);
  const dice = random();
  const [from, to] = [at(), at()].toSorted((a, b) => a - b) as [number, number];
  const short = Math.min(to, from + 60);
  if (dice < 0.15) return xml.slice(0, from);
  if (dice < 0.35) return xml.slice(0, from) + xml.slice(short);
  if (dice < 0.5) return xml.slice(0, short) + xml.slice(from, short) + xml.slice(short);
  const tags = xml.match(/<[^>]+>/g) ?? [];
  const one = tags[Math.floor(random() * tags.length)] ?? '';
  const other = tags[Math.floor(random() * tags.length)] ?? '';
  if (dice < 0.7) return xml.replace(one, other);
  if (dice < 0.85)
    return xml.replace(
      one,
      one.replace(/"[^"]*"/, `"${['', '-1', '1e9', 'x', '&amp;', '灯'][Math.floor(random() * 6)]}"`),
    );
  return xml.replace(one, '');
}

const soak = process.env['YIWANG_SOAK'] === '1';

suite('a model that is no model', () => {
  test(`is read or refused with a fault, whatever was done to it (${soak ? 'a hundred thousand' : 'a sample'})`, () => {
    const codes = new Set<string>();
    for (let seed = 0; seed < (soak ? 100_000 : 600); seed += 1) {
      const random = seeded(seed);
      let xml = randomProcess(random);
      for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) xml = mangled(xml, random);
      codes.add(outcome(xml));
    }
    assert.ok(codes.has('handle.modelRefused') && codes.has('xml.malformed'), [...codes].join(' '));
  });

  test('is refused when it is empty, of another language, cut off, deep, or full of entities', () => {
    const head =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="true">';
    const bomb = `<!DOCTYPE d [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(50)}">]><d>&b;</d>`;
    for (const xml of [
      '',
      'hello',
      '<html><body/></html>',
      '<definitions xmlns="https://example.org/other"/>',
      head,
      head + '<subProcess id="x">'.repeat(100_000),
      bomb,
      `${head}${'<task id="t"/>'.repeat(200_000)}</process></definitions>`,
      `${head}<task id="t" name="${'很'.repeat(20_000_000)}"/></process></definitions>`,
    ])
      assert.match(outcome(xml), /^(xml|handle)\./, xml.slice(0, 60));
  });
});
