import type { App } from '../app.ts';
import type { Problems } from '../problem.ts';
import type { CityFile } from '../schemas.ts';
import type { Player } from './scenarioFile.ts';

/** The players of scenarios are in organisations of the city and have roles of the application: a slip would make each refusal green. */
export function checkCast(app: App, city: CityFile | undefined, problems: Problems): void {
  const organisations = city === undefined ? undefined : new Set(city.organisations.map(({ path }) => path));
  for (const { file, value, at } of app.scenarios) {
    const check = ({ roles, organisation }: Player, way: readonly (string | number)[]): void => {
      const wrong = (zh: string, en: string): void =>
        problems.add({
          file,
          ...at(way),
          what: { zh, en },
          help: { zh: '请修正引用，或补上模型', en: 'Mend the reference, or add the model.' },
        });
      if (organisations?.has(organisation) === false)
        wrong(`没有机构 ${organisation}`, `there is no organisation ${organisation}`);
      for (const role of roles)
        if (!app.about.roles.includes(role)) wrong(`app.yaml 没有角色 ${role}`, `app.yaml lacks the role ${role}`);
    };
    for (const [name, player] of Object.entries(value.cast ?? {})) check(player, ['cast', name]);
    for (const [index, run] of (value.runs ?? []).entries()) {
      const way = ['runs', index];
      if (typeof run.by !== 'string') check(run.by, [...way, 'by']);
      check({ account: '', roles: [], organisation: run.home }, [...way, 'home']);
      for (const [step, said] of run.steps.entries())
        if ('as' in said && typeof said.as === 'object') check(said.as, [...way, 'steps', step, 'as']);
    }
  }
}
