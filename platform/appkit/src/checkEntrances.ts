import type { ProcessDefinition } from '@yiwang/handle';
import type { App } from './app.ts';
import { openingsOf } from './entrances.ts';
import type { Problems } from './problem.ts';
import type { CityFile } from './schemas.ts';

type Way = readonly (string | number)[];

/** That what `roleNames`, `stewards`, `opens` and `tells` of app.yaml name is there: process, message, form, field, organisation, roles. */
export function checkEntrances(app: App, city: CityFile | undefined, problems: Problems): void {
  const { about, forms } = app;
  const missing = (way: Way, zh: string, en: string): void =>
    problems.add({
      file: 'app.yaml',
      ...app.at(way),
      what: { zh, en },
      help: { zh: '请修正引用，或补上模型', en: 'Mend the reference, or add the model.' },
    });
  const checkRoles = (way: Way, roles: readonly string[]): void => {
    for (const role of roles)
      if (!about.roles.includes(role)) missing(way, `roles 中没有 ${role}`, `there is no ${role} among the roles`);
  };
  const checkForm = (way: Way, form: string | undefined): void => {
    if (form !== undefined && !forms.some(({ value }) => value.id === form))
      missing(way, `没有表单 ${form}`, `there is no form ${form}`);
  };
  const findProcess = (way: Way, process: string): ProcessDefinition | undefined => {
    const found = app.processes.find(({ value }) => value.id === process)?.value;
    if (found === undefined) missing(way, `没有流程 ${process}`, `there is no process ${process}`);
    return found;
  };
  checkRoles(['roleNames'], Object.keys(about.roleNames ?? {}));
  checkRoles(['stewards'], about.stewards ?? []);
  for (const [index, { process, roles, form }] of (about.opens ?? []).entries()) {
    const way = ['opens', index];
    findProcess(way, process);
    checkRoles(way, roles);
    checkForm(way, form);
  }
  for (const [index, { organisation, title, fields }] of openingsOf(app).entries()) {
    const way = ['opens', index];
    if (city?.organisations.some(({ path }) => path === organisation) === false)
      missing(way, `没有机构 ${organisation}`, `there is no organisation ${organisation}`);
    const field = fields.find(({ key }) => key === title);
    if (title !== undefined && field?.type !== 'textfield' && field?.type !== 'textarea')
      missing(way, `表单没有文字字段 ${title}`, `the form has no text field ${title}`);
  }
  for (const [index, { process, message, roles, form }] of (about.tells ?? []).entries()) {
    const way = ['tells', index];
    const definition = findProcess(way, process);
    if (definition !== undefined && !waitsFor(definition, message))
      missing(way, `流程不等待消息 ${message}`, `the process never waits for ${message}`);
    checkRoles(way, roles);
    checkForm(way, form);
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
