import { decide } from '@yiwang/judge';
import type { App } from './app.ts';
import type { Problems } from './problem.ts';

/** Runs each scenario's cases through the decisions; what comes out otherwise than expected is a problem. Gives how many ran. */
export function runScenarios(app: App, problems: Problems): number {
  let ran = 0;
  for (const { file, value } of app.scenarios) {
    for (const [index, { given, decision, expect }] of value.cases.entries()) {
      ran += 1;
      const wrong = (zh: string, en: string): void =>
        problems.add({
          file,
          line: 1,
          column: 1,
          what: { zh: `第 ${index + 1} 例：${zh}`, en: `case ${index + 1}: ${en}` },
          help: { zh: '请修正规则或预期', en: 'Mend the rule, or what is expected.' },
        });
      const model = app.decisions.find((candidate) => candidate.value.decisions.some(({ id }) => id === decision));
      if (model === undefined) {
        wrong(`没有决策 ${decision}`, `there is no decision ${decision}`);
        continue;
      }
      const { outputs } = decide(model.value, decision, given);
      for (const [name, wanted] of Object.entries(expect)) {
        const got = outputs[name] ?? null;
        if (got !== wanted)
          wrong(
            `${name} 为 ${JSON.stringify(got)}，应为 ${JSON.stringify(wanted)}`,
            `${name} is ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`,
          );
      }
    }
  }
  return ran;
}
