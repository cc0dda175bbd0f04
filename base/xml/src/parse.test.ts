import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { childOf, childrenOf, parseXml, textOf } from './index.ts';

test('elements keep their namespace, attributes, text and line', () => {
  const root = parseXml('<a xmlns="urn:x" xmlns:y="urn:y">\n <b id="1" y:z="2">雨 &amp; 水</b>\n <b/>\n</a>', 'f.xml');
  assert.equal(root.namespace, 'urn:x');
  assert.equal(childrenOf(root, 'b').length, 2);
  assert.deepEqual(childOf(root, 'b')?.attributes, { id: '1', 'y:z': '2' });
  assert.equal(textOf(root, 'b'), '雨 & 水');
  assert.equal(childOf(root, 'b')?.line, 2);
});

test('a malformed document is refused with file and line', () => {
  assert.throws(
    () => parseXml('<a>\n<b></a>', 'bad.bpmn'),
    (error) => isFault(error, 'xml.malformed') && error.params['line'] === 2 && error.params['file'] === 'bad.bpmn',
  );
  assert.throws(
    () => parseXml('', 'e.xml'),
    (error) => isFault(error, 'xml.malformed'),
  );
});

test('entity bombs and bottomless nesting are refused in bounded time', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxx">]><a>&x;</a>';
  assert.throws(
    () => parseXml(bomb, 'bomb.xml'),
    (error) => isFault(error, 'xml.malformed'),
  );
  assert.throws(
    () => parseXml('<a>'.repeat(10_000), 'deep.xml'),
    (error) => isFault(error, 'xml.tooLarge'),
  );
});
