import { test } from 'node:test';
import assert from 'node:assert/strict';
import { isFault } from '@yiwang/faults';
import { decision, literal, taken, valueOf } from '../../test/modelOf.ts';

const define = (parameters: string, body: string, kind = 'FEEL'): string =>
  `<functionDefinition kind="${kind}">${parameters}${body}</functionDefinition>`;
const parameter = (name: string, type = 'number'): string => `<formalParameter name="${name}" typeRef="${type}"/>`;
const applied = (definition: string, call: string): string =>
  `<context><contextEntry><variable name="k"/>${literal('10')}</contextEntry><contextEntry><variable name="f"/>${definition}</contextEntry><contextEntry>${literal(call)}</contextEntry></context>`;
const java = (method: string): string =>
  `<context><contextEntry><variable name="class"/>${literal('"java.lang.Math"')}</contextEntry><contextEntry><variable name="method signature"/>${literal(method)}</contextEntry></context>`;

test('a boxed function keeps the names where it was written', () => {
  assert.equal(valueOf(applied(define(parameter('n'), literal('n * k')), 'f(4)')), 40);
  assert.equal(valueOf(applied(define(parameter('n'), define(parameter('m'), literal('n - m + k'))), 'f(4)(1)')), 13);
});

test('an argument of another type makes the call null with a warning, a list of one is its item', () => {
  const half = applied(define(parameter('n'), literal('n / 2')), 'f("x")');
  const { value, warnings } = taken(decision('d', half));
  assert.equal(value, null);
  assert.ok(warnings.some(({ kind }) => kind === 'argumentType' || kind === 'nullValue'));
  assert.equal(valueOf(applied(define('<formalParameter name="n"/>', literal('n')), 'f([3])[1]')), 3);
});

test('a Java function is one of the well-known pure ones', () => {
  assert.equal(
    valueOf(applied(define(parameter('a') + parameter('b'), java('"max(double, double)"'), 'Java'), 'f(1, 2)')),
    2,
  );
});

test('a function of PMML, and a Java class that is no text, are refused', () => {
  const refused = (definition: string, code: string): void =>
    assert.throws(
      () => valueOf(applied(definition, 'f(1)')),
      (error) => isFault(error, code),
    );
  refused(define(parameter('a'), java('"x"'), 'PMML'), 'judge.unsupported');
  refused(define(parameter('a'), java('1 + 1'), 'Java'), 'judge.malformed');
});
