import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault, type Fault } from '@yiwang/faults';
import { lamp } from '../test/lampProcess.ts';
import { readProcess } from './readProcess.ts';

/** In milliseconds; each takes a hundredth of it where nothing else runs. */
const bound = 5000;

const file = (inside: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:yiwang="https://yiwang.org/bpmn/1.0">
    <bpmn:process id="p" isExecutable="true">${inside}</bpmn:process></bpmn:definitions>`;

const condition = (text: string): string =>
  file(`<bpmn:startEvent id="s" /><bpmn:exclusiveGateway id="g" default="d" /><bpmn:endEvent id="e" />
    <bpmn:endEvent id="x" /><bpmn:sequenceFlow id="a" sourceRef="s" targetRef="g" />
    <bpmn:sequenceFlow id="d" sourceRef="g" targetRef="e" /><bpmn:sequenceFlow id="c" sourceRef="g" targetRef="x">
    <bpmn:conditionExpression>${text}</bpmn:conditionExpression></bpmn:sequenceFlow>`);

function chain(length: number, inside: string): string {
  const nodes = Array.from(
    { length },
    (_, n) => `<bpmn:subProcess id="t${n}">${inside.replace('#', String(n))}</bpmn:subProcess>
      <bpmn:sequenceFlow id="f${n}" sourceRef="${n === 0 ? 's' : `t${n - 1}`}" targetRef="t${n}" />`,
  );
  return file(`<bpmn:startEvent id="s" />${nodes.join('')}<bpmn:endEvent id="e" />
    <bpmn:sequenceFlow id="fe" sourceRef="t${length - 1}" targetRef="e" />`);
}

const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');

const refused: Readonly<Record<string, readonly [xml: string, code: Fault['code'], said: RegExp]>> = {
  'an empty file': ['', 'xml.malformed', /root element/],
  'a file that is no text': ['\0\u0001\uFFFE', 'xml.malformed', /character/],
  'a file that is cut off': [lamp.slice(0, lamp.length / 2), 'xml.malformed', /lamp\.bpmn:\d+:\d+/],
  'a file of another namespace': [
    lamp.replace('http://www.omg.org/spec/BPMN/20100524/MODEL', 'http://example.org/'),
    'handle.modelRefused',
    /definitions/,
  ],
  'a billion laughs': [
    `<!DOCTYPE d [<!ENTITY l0 "ha">${entities}]>${file('&l9;')}`,
    'xml.malformed',
    /document type declaration/,
  ],
  'an entity of another file': [
    `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${file('&x;')}`,
    'xml.malformed',
    /document type declaration/,
  ],
  'a nesting of a hundred thousand levels': [file('<bpmn:subProcess>'.repeat(100_000)), 'xml.tooLarge', /256 levels/],
  'a file of 50 MB': [file(' '.repeat(50_000_000)), 'xml.tooLarge', /8000000 characters/],
  'thousands of subprocesses': [
    chain(6000, '<bpmn:task id="i#" />'),
    'handle.modelRefused',
    /element i2499: is past the limit of 5000 nodes/,
  ],
  'elements and attributes that are called as what every object has': [
    file('<bpmn:constructor toString="1" /><bpmn:sequenceFlow id="t" __proto__="x" hasOwnProperty="y" />'),
    'handle.modelRefused',
    /element t: lacks sourceRef/,
  ],
  'an expression of a hundred thousand brackets': [
    condition('('.repeat(100_000)),
    'handle.modelRefused',
    /element c: has a wrong expression/,
  ],
  'an expression of nested calls': [
    condition(`${'not('.repeat(5000)}a${')'.repeat(5000)}`),
    'handle.modelRefused',
    /element c: has a wrong expression/,
  ],
  'a text in an expression that does not end': [
    condition('"\\'.repeat(200_000)),
    'handle.modelRefused',
    /element c: has a wrong expression/,
  ],
  'a name of a million letters that is called': [
    condition(`${'a'.repeat(1_000_000)} (`),
    'handle.modelRefused',
    /element c: has a wrong expression/,
  ],
  'a hundred thousand names': [
    condition(Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' + ')),
    'handle.modelRefused',
    /element c: has a wrong expression/,
  ],
};

for (const [name, [xml, code, said]] of Object.entries(refused))
  test(`${name} is refused at once, saying why`, () => {
    const begun = performance.now();
    assert.throws(
      () => readProcess(xml, 'lamp.bpmn'),
      (error) => {
        assert.ok(isFault(error), String(error));
        assert.equal(error.code, code);
        assert.match(error.message, said);
        return true;
      },
    );
    assert.ok(performance.now() - begun < bound, `${performance.now() - begun} ms`);
  });

test('a model of two thousand subprocesses is read within seconds', () => {
  const begun = performance.now();
  assert.equal(readProcess(chain(2000, '<bpmn:task id="i#" />'), 'many.bpmn').nodes.size, 4002);
  assert.ok(performance.now() - begun < bound);
});
