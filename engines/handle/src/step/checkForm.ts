import type { CaseState } from './caseState.ts';
import { faults } from '../faults.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { FormField } from '../model/processDefinition.ts';

/**
 * Checks what was sent against the declared fields: no field unknown, none required missing, types, lengths, ranges and
 * choices kept, and a photo stored with the case before. What is only read is in no form. Gives the values of the declared
 * fields.
 * @throws handle.formRefused with the field's label
 */
export function checkForm(declared: readonly FormField[], form: JsonObject, state: CaseState): JsonObject {
  const fields = declared.filter(({ readonly }) => readonly !== true);
  const known = new Set(fields.map((field) => field.key));
  for (const key of Object.keys(form)) {
    if (!known.has(key)) refuse({ zh: key.slice(0, 80), en: key.slice(0, 80) }, '不在表单中', 'is not in the form');
  }
  const checked: Record<string, JsonValue> = {};
  for (const field of fields) {
    const value = form[field.key] ?? null;
    const empty = value === null || value === '' || (field.type === 'checkbox' && value === false);
    if (empty && field.required) refuse(field.label, '必填', 'is required');
    if (value === null || value === '') continue;
    checkValue(field, value, state);
    checked[field.key] = value;
  }
  return checked;
}

function refuse(label: FormField['label'], zh: string, en: string): never {
  throw faults.formRefused({ field: label.zh, fieldEn: label.en, reasonZh: zh, reason: en });
}

function checkValue(field: FormField, value: JsonValue, state: CaseState): void {
  const { label, min, max, options, maxLength } = field;
  switch (field.type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(label, '应为数字', 'is not a number');
      if (min !== undefined && value < min) refuse(label, `不得小于 ${min}`, `is below ${min}`);
      if (max !== undefined && value > max) refuse(label, `不得大于 ${max}`, `is above ${max}`);
      return undefined;
    case 'checkbox':
      if (typeof value !== 'boolean') refuse(label, '应为是或否', 'is neither true nor false');
      return undefined;
    case 'textfield':
    case 'textarea':
    case 'select':
    case 'photo':
      break;
  }
  if (typeof value !== 'string') return refuse(label, '应为文字', 'is not a text');
  if (!value.isWellFormed() || value.includes('\0')) refuse(label, '含有无效字符', 'holds invalid characters');
  if (Array.from(value).length > maxLength)
    refuse(label, `不得超过 ${maxLength} 字`, `is longer than ${maxLength} characters`);
  if (options !== undefined && !options.some((option) => option.value === value))
    refuse(label, '不在可选项中', 'is not one of the choices');
  if (field.type === 'photo' && !state.evidence.some((one) => one.hash === value && one.type.startsWith('image/')))
    refuse(label, '尚未上传', 'has not been uploaded');
}
