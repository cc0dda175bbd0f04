import type { FormField } from '@yiwang/contract';
import type { JsonObject, UserTask } from '@yiwang/handle';
import type { Bilingual } from '@yiwang/messages';

type Field = UserTask['fields'][number];
type Value = JsonObject[string];

const yes: Bilingual = { zh: '是', en: 'Yes' };
const no: Bilingual = { zh: '否', en: 'No' };
const both = (text: string): Bilingual => ({ zh: text, en: text });

/** Fields as a page draws them. What is only read shows its variable, and is left out where that is not there yet. */
export function drawnFields(fields: readonly Field[], variables: JsonObject = {}): FormField[] {
  return fields.flatMap((field) => {
    const { key, label, type, required, readonly, options } = field;
    const shown = readonly === true ? valueText(field, variables[key] ?? null) : undefined;
    if (readonly === true && shown === undefined) return [];
    const choices = options?.map((option) => ({ value: option.value, label: option.label }));
    return [
      {
        key,
        label,
        type,
        required,
        ...(choices === undefined ? {} : { options: choices }),
        ...(shown === undefined ? {} : { shown }),
      },
    ];
  });
}

/** A value as people read it: a choice by its name, a list one after the other; undefined where nothing can be shown. */
export function valueText(field: Pick<Field, 'options'>, value: Value): Bilingual | undefined {
  if (value === null) return undefined;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'string' || typeof value === 'number')
    return field.options?.find((option) => option.value === value)?.label ?? both(String(value));
  if (!Array.isArray(value)) return undefined;
  const items = value.flatMap((one) => valueText(field, one) ?? []);
  if (items.length === 0) return undefined;
  return { zh: items.map(({ zh }) => zh).join('、'), en: items.map(({ en }) => en).join(', ') };
}
