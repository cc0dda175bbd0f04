import { readProcess, type ProcessDefinition } from '@yiwang/handle';
import type { App } from './app.ts';
import { faultProblem } from './faultProblem.ts';
import { gatherProblems, type ModelProblem, type Problems } from './problem.ts';
import { withForms } from './withForms.ts';

export interface CheckedProcess {
  /** With the fields of the application's forms; undefined where it can't run. */
  readonly definition: ProcessDefinition | undefined;
  readonly problems: readonly ModelProblem[];
}

/** Checks a model as a part of an application: that it can run, and that the forms, decisions and roles it names are there. */
export function checkProcess(app: App, xml: string, file: string): CheckedProcess {
  const problems = gatherProblems();
  const definition = readOne(xml, file, problems);
  if (definition === undefined) return { definition, problems: problems.list };
  const whole = withForms(file, definition, app.forms, problems);
  checkProcessReferences(app, file, whole, problems);
  return { definition: whole, problems: problems.list };
}

function readOne(xml: string, file: string, problems: Problems): ProcessDefinition | undefined {
  try {
    return readProcess(xml, file);
  } catch (error) {
    problems.add(faultProblem(error, file));
    return undefined;
  }
}

/** That the decisions and roles which a process names are in its application. */
export function checkProcessReferences(app: App, file: string, { nodes }: ProcessDefinition, problems: Problems): void {
  const decisions = new Set(app.decisions.flatMap(({ value }) => value.decisions.map((decision) => decision.id)));
  const help = { zh: '请修正引用，或补上模型', en: 'Mend the reference, or add the model.' };
  for (const node of nodes.values()) {
    const place = { file, line: node.line, column: 1, element: node.id, help };
    if (node.kind === 'businessRuleTask' && !decisions.has(node.decision)) {
      const what = {
        zh: `${node.id} 调用的决策 ${node.decision} 不存在`,
        en: `${node.id} calls ${node.decision}, which is not there`,
      };
      problems.add({ ...place, what });
    }
    const role = node.kind === 'userTask' ? node.candidateRole : undefined;
    if (role !== undefined && !app.about.roles.includes(role)) {
      const what = {
        zh: `${node.id} 的角色 ${role} 未在 app.yaml 声明`,
        en: `${node.id} is for ${role}, a role that app.yaml lacks`,
      };
      problems.add({ ...place, what });
    }
  }
}
