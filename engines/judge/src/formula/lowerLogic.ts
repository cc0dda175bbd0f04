import type { Expression } from '@yiwang/feel';
import type { BoxedFunction, Logic } from '../model.ts';
import { isTrue } from './conditions.ts';
import { conditionOf, refusal, type Lowering } from './lowering.ts';
import { bound, chooseTerm, lowerNode } from './lowerNode.ts';
import { lowerTable } from './lowerTable.ts';
import { nothing, type Term, type Terms } from './term.ts';

/** The logic of a decision, or of a part of one. @throws judge.notColumnar */
export function lowerLogic(lowering: Lowering, logic: Logic, terms: Terms): Term {
  switch (logic.kind) {
    case 'literalExpression':
      return lowerNode({ expression: logic.expression, lowering }, logic.expression.root, terms);
    case 'decisionTable':
      return lowerTable(lowering, logic, terms);
    case 'context': {
      const inner = new Map(terms);
      const entries = new Map<string, Term>();
      for (const { name, logic: part } of logic.entries) {
        const term = lowerLogic(lowering, part, inner);
        inner.set(name, term);
        entries.set(name, term);
      }
      return logic.result === undefined ? { sort: 'context', entries } : lowerLogic(lowering, logic.result, inner);
    }
    case 'list':
      return { sort: 'list', items: logic.items.map((item) => lowerLogic(lowering, item, terms)) };
    case 'function':
      return functionTerm(lowering, logic, terms);
    case 'invocation': {
      const callee = lowerLogic(lowering, logic.callee, terms);
      if (callee.sort !== 'function') throw refusal(logic.place, '调用的不是函数', 'what is called is no function');
      return callee.call(
        callee.parameters.map((name) => {
          const given = logic.bindings.find(({ parameter }) => parameter === name)?.logic;
          return given === undefined ? nothing : lowerLogic(lowering, given, terms);
        }),
      );
    }
    case 'conditional': {
      const expression = expressionIn(logic.condition) ?? expressionIn(logic.consequent);
      if (expression === undefined) throw unsaid(logic);
      const source = { expression, lowering };
      const condition = conditionOf(source, expression.root, lowerLogic(lowering, logic.condition, terms));
      const taken = isTrue(condition);
      if (taken.kind === 'truth') {
        return lowerLogic(lowering, taken.value === true ? logic.consequent : logic.alternative, terms);
      }
      const [yes, no] = [logic.consequent, logic.alternative].map((part) => lowerLogic(lowering, part, terms));
      return chooseTerm(source, expression.root, condition, yes ?? nothing, no ?? nothing);
    }
    case 'refused':
      throw logic.fault;
    case 'relation':
    case 'filter':
    case 'for':
    case 'quantified':
      throw unsaid(logic);
  }
}

export function functionTerm(lowering: Lowering, logic: BoxedFunction, terms: Terms): Term {
  if (logic.external) throw refusal(logic.place, '外部函数', 'an external function is not said over a register');
  const parameters = logic.parameters.map(({ name }) => name);
  return {
    sort: 'function',
    parameters,
    call: (values) => lowerLogic(lowering, logic.body, bound(terms, parameters, values)),
  };
}

const unsaid = (logic: Exclude<Logic, { kind: 'refused' }>) =>
  refusal(logic.place, `对整个名录不支持 ${logic.kind}`, `${logic.kind} is not said over a register`);

function expressionIn(logic: Logic): Expression | undefined {
  return logic.kind === 'literalExpression' ? logic.expression : undefined;
}
