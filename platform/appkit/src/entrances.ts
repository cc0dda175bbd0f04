import type { FormField } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';
import type { App } from './app.ts';
import { fieldsOf } from './withForms.ts';

/** How people open cases of a process. */
export interface Opening {
  readonly app: string;
  readonly process: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation: string;
  readonly fields: readonly FormField[];
  /** The field that a case is called by. */
  readonly title: string | undefined;
}

/** A message that people bring to a case. */
export interface Telling {
  readonly message: string;
  readonly name: Bilingual;
  readonly roles: readonly string[];
  readonly fields: readonly FormField[];
}

/** What people call a role; its code where the application gives it no name. */
export function roleName({ about }: Pick<App, 'about'>, role: string): Bilingual {
  return about.roleNames?.[role] ?? { zh: role, en: role };
}

type Forms = Pick<App, 'forms'>;

function fieldsNamed({ forms }: Forms, form: string | undefined): readonly FormField[] {
  const found = forms.find(({ value }) => value.id === form);
  return found === undefined ? [] : fieldsOf(found.value);
}

/** What people may open in an application, in the order of its `opens`. */
export function openingsOf(app: App): readonly Opening[] {
  return (app.about.opens ?? []).map(({ process, roles, organisation, form, title }) => ({
    app: app.about.id,
    process,
    name: app.processes.find(({ value }) => value.id === process)?.value.name ?? process,
    roles,
    organisation,
    fields: fieldsNamed(app, form),
    title,
  }));
}

/** What people may bring to cases of a process. */
export function tellingsOf(app: App, process: string): readonly Telling[] {
  return (app.about.tells ?? [])
    .filter((one) => one.process === process)
    .map(({ message, name, roles, form }) => ({ message, name, roles, fields: fieldsNamed(app, form) }));
}
