import type { ProcessDefinition } from '@yiwang/handle';
import type { App } from './app.ts';
import { openingsOf } from './entrances.ts';
import type { Problems } from './problem.ts';
import type { CityFile } from './schemas.ts';

/** That what `opens`, `tells` and `stewards` of app.yaml name is there: process, message, form, field, organisation, roles. */
export function checkEntrances(app: App, city: CityFile | undefined, problems: Problems): void {
  const { about, forms } = app;
  const missing = (what: string, zh: string, en: string): void =>
    problems.add({
      file: 'app.yaml',
      line: 1,
      column: 1,
      what: { zh: `${what}：${zh}`, en: `${what}: ${en}` },
      help: { zh: '请修正引用，或补上模型', en: 'Mend the reference, or add the model.' },
    });
  const checkRoles = (what: string, roles: readonly string[]): void => {
    for (const role of roles)
      if (!about.roles.includes(role)) missing(what, `roles 中没有 ${role}`, `there is no ${role} among the roles`);
  };
  const checkForm = (what: string, form: string | undefined): void => {
    if (form !== undefined && !forms.some(({ value }) => value.id === form))
      missing(what, `没有表单 ${form}`, `there is no form ${form}`);
  };
  const findProcess = (what: string, process: string): ProcessDefinition | undefined => {
    const found = app.processes.find(({ value }) => value.id === process)?.value;
    if (found === undefined) missing(what, `没有流程 ${process}`, `there is no process ${process}`);
    return found;
  };
  checkRoles('stewards', about.stewards ?? []);
  for (const { process, roles, form } of about.opens ?? []) {
    const what = `opens ${process}`;
    findProcess(what, process);
    checkRoles(what, roles);
    checkForm(what, form);
  }
  for (const { process, organisation, title, fields } of openingsOf(app)) {
    const what = `opens ${process}`;
    if (city?.organisations.some(({ path }) => path === organisation) === false)
      missing(what, `没有机构 ${organisation}`, `there is no organisation ${organisation}`);
    const field = fields.find(({ key }) => key === title);
    if (title !== undefined && field?.type !== 'textfield' && field?.type !== 'textarea')
      missing(what, `表单没有文字字段 ${title}`, `the form has no text field ${title}`);
  }
  for (const { process, message, roles, form } of about.tells ?? []) {
    const what = `tells ${process} ${message}`;
    const definition = findProcess(what, process);
    if (definition !== undefined && !waitsFor(definition, message))
      missing(what, `流程不等待消息 ${message}`, `the process never waits for ${message}`);
    checkRoles(what, roles);
    checkForm(what, form);
  }
}

function waitsFor({ nodes }: ProcessDefinition, message: string): boolean {
  return [...nodes.values()].some(
    (node) =>
      (node.kind === 'receiveTask' && node.message === message) ||
      (node.kind !== 'endEvent' &&
        node.kind !== 'throwEvent' &&
        'events' in node &&
        node.events.some((event) => event.is === 'message' && event.name === message)),
  );
}
