import type { FlowNode, FormField, ProcessDefinition } from '@yiwang/handle';
import type { FromFile } from './app.ts';
import type { Problems } from './problem.ts';
import type { FormFile } from './schemas.ts';

const lengths = { textfield: 200, textarea: 4000, select: 200, filepicker: 200, number: 40, checkbox: 5 } as const;

/** The fields that handle checks, of a form-js schema. */
export function fieldsOf(form: FormFile): FormField[] {
  return form.components.map(({ key, type, label, properties, readonly, validate = {}, values }) => ({
    key,
    type: type === 'filepicker' ? 'photo' : type,
    label: { zh: label, en: properties.en },
    required: validate.required ?? false,
    maxLength: Math.min(validate.maxLength ?? lengths[type], 4000),
    ...(readonly === true ? { readonly } : {}),
    ...(validate.min === undefined ? {} : { min: validate.min }),
    ...(validate.max === undefined ? {} : { max: validate.max }),
    ...(values === undefined
      ? {}
      : {
          options: values.map((option) => ({
            value: option.value,
            label: { zh: option.label, en: option.properties.en },
          })),
        }),
  }));
}

/** Gives each user task the fields of the form it names; a form that isn't there is a problem at the task's line. */
export function withForms(
  file: string,
  definition: ProcessDefinition,
  forms: readonly FromFile<FormFile>[],
  problems: Problems,
): ProcessDefinition {
  const nodes = new Map<string, FlowNode>();
  for (const [id, node] of definition.nodes) {
    if (node.kind !== 'userTask' || node.form === undefined || node.fields.length > 0) {
      nodes.set(id, node);
      continue;
    }
    const form = forms.find(({ value }) => value.id === node.form);
    if (form === undefined) {
      problems.add({
        file,
        line: node.line,
        column: 1,
        element: id,
        what: {
          zh: `任务 ${id} 引用的表单 ${node.form} 不存在`,
          en: `task ${id} names the form ${node.form}, which is not there`,
        },
        help: { zh: `请在 forms/ 中加入 ${node.form}.json`, en: `Add ${node.form}.json to forms/.` },
      });
    }
    nodes.set(id, form === undefined ? node : { ...node, fields: fieldsOf(form.value) });
  }
  return { ...definition, nodes };
}
