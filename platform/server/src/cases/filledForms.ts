import { openingsOf, tellingsOf, type App } from '@yiwang/appkit';
import type { FilledForm } from '@yiwang/contract';
import type { CaseView, JsonObject, UserTask } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';
import { valueText } from './drawnFields.ts';

type Fields = UserTask['fields'];

/** What was filled in so far, oldest first: as the case was opened, with each task, and with what it was told since. */
export function filledOf(view: CaseView, app: App | undefined): FilledForm[] {
  const { definition, events, tasks } = view;
  const form = (name: Bilingual, by: string, at: Date, fields: Fields, values: unknown): FilledForm[] => {
    const shown = isObject(values) ? fieldsShown(view, fields, values) : [];
    return shown.length === 0 ? [] : [{ name, by, at: at.toISOString(), fields: shown }];
  };
  const opening = app && openingsOf(app).find(({ process }) => process === definition.id);
  const tellings = app === undefined ? [] : tellingsOf(app, definition.id);
  const opened = events
    .filter(({ kind }) => kind === 'case.opened')
    .flatMap(({ actor, at, data }) => form(both(definition.name), actor, at, opening?.fields ?? [], data['variables']));
  const told = events
    .filter(({ kind }) => kind === 'message.received')
    .flatMap(({ actor, at, data }) => {
      const telling = tellings.find(({ message }) => message === data['message']);
      return telling === undefined ? [] : form(telling.name, actor, at, telling.fields, data['variables']);
    });
  const done = tasks.flatMap((task) => {
    const node = definition.nodes.get(task.element);
    if (task.state !== 'done' || node?.kind !== 'userTask' || task.endedAt === null) return [];
    return form(both(task.name), task.completedBy ?? '', task.endedAt, node.fields, task.data);
  });
  return [...opened, ...told, ...done].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function fieldsShown({ evidence }: CaseView, fields: Fields, values: JsonObject): FilledForm['fields'] {
  return fields.flatMap((field) => {
    const { key, label, type } = field;
    const value = values[key] ?? null;
    const file = type === 'photo' ? evidence.find(({ hash }) => hash === value) : undefined;
    const text = file === undefined ? valueText(field, value) : both(file.name);
    return text === undefined ? [] : [{ key, label, text, file: file?.hash ?? null }];
  });
}

const both = (text: string): Bilingual => ({ zh: text, en: text });

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
